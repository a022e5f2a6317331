/** Every function that flows call, a schedule runs or Connect's records and events invoke: a new one is one line here, and the stack derives the rest from its contract. */
import { addToCase } from '../lambdas/add-to-case/contract.ts';
import { answerCase } from '../lambdas/answer-case/contract.ts';
import { bookAppointment } from '../lambdas/book-appointment/contract.ts';
import { bookCallback } from '../lambdas/book-callback/contract.ts';
import { cancelAppointment } from '../lambdas/cancel-appointment/contract.ts';
import { cancelCallback } from '../lambdas/cancel-callback/contract.ts';
import { changeOrder } from '../lambdas/change-order/contract.ts';
import { chaseParcels } from '../lambdas/chase-parcels/contract.ts';
import { checkCode } from '../lambdas/check-code/contract.ts';
import { confirmOrder } from '../lambdas/confirm-order/contract.ts';
import { deliverCode } from '../lambdas/deliver-code/contract.ts';
import { deliverMessages } from '../lambdas/deliver-messages/contract.ts';
import { describeProduct } from '../lambdas/describe-product/contract.ts';
import { escalate } from '../lambdas/escalate/contract.ts';
import { findOffers } from '../lambdas/find-offers/contract.ts';
import { findProduct } from '../lambdas/find-product/contract.ts';
import { followCases } from '../lambdas/follow-cases/contract.ts';
import { followContacts } from '../lambdas/follow-contacts/contract.ts';
import { hearPayment } from '../lambdas/hear-payment/contract.ts';
import { keepAgentStateFunction } from '../lambdas/keep-agent-state/contract.ts';
import { keepContactRecord } from '../lambdas/keep-contact-record/contract.ts';
import { keepFeedback } from '../lambdas/keep-feedback/contract.ts';
import { keepVoicemail } from '../lambdas/keep-voicemail/contract.ts';
import { leaveNumber } from '../lambdas/leave-number/contract.ts';
import { lookupAppointment } from '../lambdas/lookup-appointment/contract.ts';
import { lookupCase } from '../lambdas/lookup-case/contract.ts';
import { lookupChanges } from '../lambdas/lookup-changes/contract.ts';
import { lookupCustomer } from '../lambdas/lookup-customer/contract.ts';
import { lookupOrder } from '../lambdas/lookup-order/contract.ts';
import { markVoicemail } from '../lambdas/mark-voicemail/contract.ts';
import { offerAppointment } from '../lambdas/offer-appointment/contract.ts';
import { offerCallback } from '../lambdas/offer-callback/contract.ts';
import { openCase } from '../lambdas/open-case/contract.ts';
import { openComplaint } from '../lambdas/open-complaint/contract.ts';
import { openTechnical } from '../lambdas/open-technical/contract.ts';
import { payBackFunction } from '../lambdas/pay-back/contract.ts';
import { placeOrder } from '../lambdas/place-order/contract.ts';
import { quoteChange } from '../lambdas/quote-change/contract.ts';
import { quoteOrder } from '../lambdas/quote-order/contract.ts';
import { quotePart } from '../lambdas/quote-part/contract.ts';
import { quotePayment } from '../lambdas/quote-payment/contract.ts';
import { raiseOverdue } from '../lambdas/raise-overdue/contract.ts';
import { readNumber } from '../lambdas/read-number/contract.ts';
import { recallDraft } from '../lambdas/recall-draft/contract.ts';
import { referFile } from '../lambdas/refer-file/contract.ts';
import { referOrder } from '../lambdas/refer-order/contract.ts';
import { referVoicemail } from '../lambdas/refer-voicemail/contract.ts';
import { rememberLanguage } from '../lambdas/remember-language/contract.ts';
import { reportWeek } from '../lambdas/report-week/contract.ts';
import type { BackgroundContract } from '../lambdas/runtime/background-contract.ts';
import type { Contract } from '../lambdas/runtime/contract.ts';
import type { EventContract } from '../lambdas/runtime/event-contract.ts';
import type { HttpContract } from '../lambdas/runtime/http-contract.ts';
import type { ScheduledContract } from '../lambdas/runtime/scheduled-contract.ts';
import { sendCode } from '../lambdas/send-code/contract.ts';
import { sendPart } from '../lambdas/send-part/contract.ts';
import { serveAnnouncements } from '../lambdas/serve-announcements/contract.ts';
import { serveAppointments } from '../lambdas/serve-appointments/contract.ts';
import { serveAudit } from '../lambdas/serve-audit/contract.ts';
import { serveCaseChanges } from '../lambdas/serve-case-changes/contract.ts';
import { serveCaseOpening } from '../lambdas/serve-case-opening/contract.ts';
import { serveCases } from '../lambdas/serve-cases/contract.ts';
import { serveContacts } from '../lambdas/serve-contacts/contract.ts';
import { serveCustomerChanges } from '../lambdas/serve-customer-changes/contract.ts';
import { serveCustomerMerging } from '../lambdas/serve-customer-merging/contract.ts';
import { serveCustomers } from '../lambdas/serve-customers/contract.ts';
import { serveFollowUps } from '../lambdas/serve-follow-ups/contract.ts';
import { serveIntake } from '../lambdas/serve-intake/contract.ts';
import { serveOrders } from '../lambdas/serve-orders/contract.ts';
import { serveParcels } from '../lambdas/serve-parcels/contract.ts';
import { serveReports } from '../lambdas/serve-reports/contract.ts';
import { settleChanges } from '../lambdas/settle-changes/contract.ts';
import { settleOrders } from '../lambdas/settle-orders/contract.ts';
import { settlePayments } from '../lambdas/settle-payments/contract.ts';
import { startPayment } from '../lambdas/start-payment/contract.ts';
import { startRefund } from '../lambdas/start-refund/contract.ts';
import { takeInFiles } from '../lambdas/take-in-files/contract.ts';
import { takePayment } from '../lambdas/take-payment/contract.ts';
import { verifyCaller } from '../lambdas/verify-caller/contract.ts';

export const contactFunctions: readonly Contract[] = [
  lookupCustomer,
  rememberLanguage,
  verifyCaller,
  sendCode,
  checkCode,
  lookupOrder,
  openCase,
  openComplaint,
  openTechnical,
  readNumber,
  leaveNumber,
  markVoicemail,
  lookupCase,
  answerCase,
  addToCase,
  offerCallback,
  bookCallback,
  cancelCallback,
  escalate,
  findProduct,
  recallDraft,
  quoteOrder,
  confirmOrder,
  placeOrder,
  referOrder,
  lookupChanges,
  quoteChange,
  changeOrder,
  describeProduct,
  findOffers,
  quotePart,
  sendPart,
  lookupAppointment,
  offerAppointment,
  bookAppointment,
  cancelAppointment,
];

/** What flows call in a centre that takes payments by card, beside the others. */
export const paymentFunctions: readonly Contract[] = [quotePayment, startPayment, hearPayment, startRefund];

/** What flows call in a centre that asks callers how their call was. */
export const surveyFunctions: readonly Contract[] = [keepFeedback];

/** Those that others start and do not wait for. */
export const backgroundFunctions: readonly BackgroundContract[] = [deliverCode, referFile, referVoicemail];

/** The same where payments are taken, beside the others. */
export const paymentBackground: readonly BackgroundContract[] = [takePayment, payBackFunction];

/** Runs by a schedule where payments are taken. */
export { settlePayments };

export const scheduledFunctions: readonly ScheduledContract[] = [
  settleOrders,
  settleChanges,
  reportWeek,
  deliverMessages,
  raiseOverdue,
  chaseParcels,
];

export const eventFunctions: readonly EventContract[] = [
  takeInFiles,
  keepContactRecord,
  followContacts,
  keepAgentStateFunction,
  keepVoicemail,
  followCases,
];

/** Those behind the HTTP API, each with routes of one noun: to look at it, or to change it where that needs more rights. */
export const httpFunctions: readonly HttpContract[] = [
  serveContacts,
  serveFollowUps,
  serveCustomers,
  serveCustomerChanges,
  serveCustomerMerging,
  serveOrders,
  serveParcels,
  serveAppointments,
  serveCases,
  serveCaseOpening,
  serveCaseChanges,
  serveAudit,
  serveIntake,
  serveReports,
  serveAnnouncements,
];
