/** The contact attributes that our flows leave for each other and for the agent; none holds anything personal. */

export const attributes = {
  /** Id from `lookup-customer`, `unknown` until then and for everybody whom it does not know. */
  customerId: '$.Attributes.customerId',
  /** `true` only after the right PIN, else `false`. */
  verified: '$.Attributes.verified',
  /** How `verify-caller` ended: `verified`, `wrong-pin`, `no-pin`, `asked-for-person`, or `unfinished` where something failed. */
  verificationOutcome: '$.Attributes.verificationOutcome',
  /** Why the caller goes to a person, as a code and as words for the agent. */
  reason: '$.Attributes.reason',
  reasonWords: '$.Attributes.reasonWords',
  /** What kind of problem the caller reports: the reason of the case. */
  problem: '$.Attributes.problem',
  /** What the caller of a complaint wants: `ask` until they were asked, then as `open-complaint` takes it; `none` for other problems. */
  wantedOutcome: '$.Attributes.wantedOutcome',
  /** What is wrong with the product, `none` where the caller did not say, and how many of the steps for it did not help (`open-technical`). */
  symptom: '$.Attributes.symptom',
  stepsTried: '$.Attributes.stepsTried',
  /** `open` from the symptom on, `works` once a step has helped, `kept` once there is a case: who hangs up before either has one (`keep-contact-record`). */
  troubleshooting: '$.Attributes.troubleshooting',
  /** The case that the caller wants raised, as it is kept. */
  caseNumber: '$.Attributes.caseNumber',
  /** How severe that is, where the caller has heard of it or comes back about it, else `none`. */
  caseSeverity: '$.Attributes.caseSeverity',
  /** How the customer is served: `standard` or `priority`. */
  tier: '$.Attributes.tier',
  /** What the caller says of it: `works`, `not-fixed` or `call-me`. */
  caseAnswer: '$.Attributes.caseAnswer',
  /** A raised case for the agent, in words: its level, its number, what it is about. */
  escalationLevel: '$.Attributes.escalationLevel',
  caseWords: '$.Attributes.caseWords',
  caseAbout: '$.Attributes.caseAbout',
  /** The priority in the queue that goes with the level, and whether the department has its task. */
  escalationPriority: '$.Attributes.escalationPriority',
  escalationTask: '$.Attributes.escalationTask',
  /** When the caller wants to be called: `soon`, or a moment. */
  callbackAt: '$.Attributes.callbackAt',
  /** Why nobody could help at once: the reason of the case. */
  messageReason: '$.Attributes.messageReason',
  /** The order that the caller confirmed and that is being placed. */
  intentId: '$.Attributes.intentId',
  /** The placed intent after which the caller wants the same order once more, else `none`. */
  onceMoreAfter: '$.Attributes.onceMoreAfter',
  /** The order that the caller has heard of, to be changed or paid. */
  orderNumber: '$.Attributes.orderNumber',
  /** The product that the caller has heard of and wants to order, by its number, else `none`. */
  productNumber: '$.Attributes.productNumber',
  /** What is to be paid, in minor units, and which try it is: the wish that the caller says yes to. */
  paymentAmount: '$.Attributes.paymentAmount',
  paymentAttempt: '$.Attributes.paymentAttempt',
  /** Which words the caller hears next while the bank is asked: `first` to `sixth`. */
  paymentWait: '$.Attributes.paymentWait',
  /** The order as it was read back, the change that the caller chose, and which of its lines, counted from 1. */
  orderVersion: '$.Attributes.orderVersion',
  orderChange: '$.Attributes.orderChange',
  orderLine: '$.Attributes.orderLine',
  /** `change` or `part` from the yes to what was read back until the caller has been told what came of it, else `none`: `settle-changes` finds out what nobody heard. */
  orderWish: '$.Attributes.orderWish',
  /** The spare part that was read back. */
  sparePart: '$.Attributes.sparePart',
  /** The appointment that the caller has, else `none`; from when on times are offered; the one that was offered last. */
  appointmentOld: '$.Attributes.appointmentOld',
  appointmentFrom: '$.Attributes.appointmentFrom',
  appointmentSlot: '$.Attributes.appointmentSlot',
  appointmentLater: '$.Attributes.appointmentLater',
  appointmentNextDay: '$.Attributes.appointmentNextDay',
  /** `heard` once the caller has been told that calls are recorded. */
  recordingNotice: '$.Attributes.recordingNotice',
  /** ARN of the main menu: flows that it leads to go back by it, so that a deployment has no circle. */
  flowMainMenu: '$.Attributes.flowMainMenu',
  /** The same of calls back, for those who reach nobody. */
  flowCallBack: '$.Attributes.flowCallBack',
  /** The same of what runs at later events of the call: a transfer sets it anew. */
  flowCustomerQueue: '$.Attributes.flowCustomerQueue',
  flowCustomerWhisper: '$.Attributes.flowCustomerWhisper',
  flowCustomerHold: '$.Attributes.flowCustomerHold',
  flowDisconnect: '$.Attributes.flowDisconnect',
  /** The same of what is left to a caller whom the team of a transfer cannot take. */
  flowTeamAway: '$.Attributes.flowTeamAway',
  /** `caller-alone` of a transfer that cannot be, once its agent has left: else the agent has the caller still (`keep-contact-record`). */
  transferEnd: '$.Attributes.transferEnd',
  /** ISO 639-1 code of the language that the caller is spoken to in; functions answer in it. */
  language: '$.Attributes.language',
  /** The language again, where the call waits first for agents who speak it, else `none`. */
  speakers: '$.Attributes.speakers',
  /** What the agent is told of the caller's language: its English name, `none` for the first one of the centre. */
  languageName: '$.Attributes.languageName',
  /** A sentence with values that is to be played in recordings; `heard` once it has been. */
  saying: '$.Attributes.saying',
  /** `first` until the caller has chosen one, then `made`; what is chosen later has another beginning. */
  languageChoice: '$.Attributes.languageChoice',
  /** `yes` for who pressed 0 where languages are offered, until they are on their way to a person. */
  wantsPerson: '$.Attributes.wantsPerson',
  /** `yes` once the caller has been greeted, in whatever language. */
  greeted: '$.Attributes.greeted',
  /** Whether somebody called from the number a short while ago, and with whom and about which case, by their ids, else `none`. */
  returning: '$.Attributes.returning',
  returnTeam: '$.Attributes.returnTeam',
  returnAgent: '$.Attributes.returnAgent',
  returnCase: '$.Attributes.returnCase',
  returnContact: '$.Attributes.returnContact',
  returnSeverity: '$.Attributes.returnSeverity',
  /** The agent for whom the call waits first, by id, else `none`. */
  preferredAgent: '$.Attributes.preferredAgent',
  /** Whether there is an announcement before the menu, of which topic there is an outage, and whether nobody is put through. */
  announced: '$.Attributes.announced',
  outageTopic: '$.Attributes.outageTopic',
  closedNow: '$.Attributes.closedNow',
  /** Until when nobody is put through, else `none`; functions promise nothing before. */
  closedUntil: '$.Attributes.closedUntil',
  /** The words that a supervisor gave, in the caller's language; where it is still unknown, in each. */
  announcement: '$.Attributes.announcement',
  outage: '$.Attributes.outage',
  closing: '$.Attributes.closing',
  announcementEn: '$.Attributes.announcementEn',
  announcementEl: '$.Attributes.announcementEl',
  announcementHu: '$.Attributes.announcementHu',
  announcementRo: '$.Attributes.announcementRo',
  outageEn: '$.Attributes.outageEn',
  outageEl: '$.Attributes.outageEl',
  outageHu: '$.Attributes.outageHu',
  outageRo: '$.Attributes.outageRo',
  closingEn: '$.Attributes.closingEn',
  closingEl: '$.Attributes.closingEl',
  closingHu: '$.Attributes.closingHu',
  closingRo: '$.Attributes.closingRo',
  /** ARN of the flow with the choice of languages; `none` in a centre of one. */
  flowChooseLanguage: '$.Attributes.flowChooseLanguage',
} as const;

type AttributeName = keyof typeof attributes;

/** Values to set, under names that exist. */
export type AttributeValues = { readonly [Name in AttributeName]?: string };

/** Every contact begins with these. */
export const INITIAL: AttributeValues = {
  customerId: 'unknown',
  verified: 'false',
  verificationOutcome: 'unfinished',
  recordingNotice: 'not-yet',
  productNumber: 'none',
  languageChoice: 'first',
  greeted: 'no',
  returning: 'no',
  returnTeam: 'none',
  returnAgent: 'none',
  returnCase: 'none',
  returnContact: 'none',
  returnSeverity: 'none',
  caseSeverity: 'none',
  tier: 'standard',
  preferredAgent: 'none',
  languageName: 'none',
  announced: 'no',
  outageTopic: 'none',
  closedNow: 'no',
  announcement: 'none',
  outage: 'none',
  closing: 'none',
};
