/** A request that would be right for every route of the HTTP API. */
import { httpFunctions } from '../../lib/functions.ts';

export interface Example {
  readonly parameters: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

const customerId = 'c-1003';
const contactId = '00000000-0000-4000-8000-000000000000';
const why = 'asked on the telephone';

/** By the name of the operation. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  listAnnouncements: [{ parameters: {} }],
  switchAnnouncementOn: [
    {
      parameters: { announcementId: 'storm' },
      body: {
        kind: 'outage',
        topic: 'order-status',
        from: '2026-11-10T17:00:00Z',
        until: '2026-11-11T17:00:00Z',
        texts: { en: 'The carrier is late.', el: 'Α', hu: 'B', ro: 'C' },
        fallback: 'en',
      },
    },
  ],
  switchAnnouncementOff: [{ parameters: { announcementId: 'storm' } }],
  listContacts: [{ parameters: {} }],
  linkCustomer: [{ parameters: { contactId }, body: { customerId } }],
  listDispositions: [{ parameters: {} }],
  listFollowUps: [{ parameters: {} }],
  disposeContact: [
    {
      parameters: { contactId },
      body: { code: 'problem/case', answers: { summary: 'Two\nlines', caseNumber: '123', orderNumber: '1' } },
    },
  ],
  searchCustomers: [
    { by: 'number', number: '+12025550111' },
    { by: 'email', email: 'imani@example.com' },
    { by: 'name', name: 'Imani' },
    { by: 'order', orderNumber: '1001' },
    { by: 'case', caseNumber: '12345678' },
  ].map((find) => ({ parameters: {}, body: { find, contactId } })),
  createCustomer: [
    { parameters: {}, body: { contactId, name: 'Ödön', phoneNumbers: ['+12025550188'], why } },
  ],
  readCustomer: [{ parameters: { customerId } }],
  changeCustomer: [
    { kind: 'rename', name: 'Noor' },
    { kind: 'add-number', number: '+12025550187' },
    { kind: 'remove-email', email: 'a@b.example' },
    {
      kind: 'put-address',
      address: {
        addressId: 'home',
        recipient: 'N.',
        lines: ['1 Quay'],
        city: 'Larkfield',
        postcode: '1',
        region: 'R',
        country: 'US',
      },
    },
    { kind: 'remove-address', addressId: 'home' },
    { kind: 'prefer-number', number: '…0111' },
    { kind: 'confirm', what: ['emails', 'addresses'] },
    { kind: 'set-tier', tier: 'priority' },
    {
      kind: 'set-preferences',
      preferences: {
        language: 'el',
        channel: 'sms',
        billing: { addressId: 'home', documentsBy: 'email' },
        shipping: { addressId: 'home', instructions: 'Ring twice' },
      },
    },
  ].map((change) => ({ parameters: { customerId }, body: { version: 1, why, contactId, change } })),
  listCustomerChanges: [{ parameters: { customerId } }],
  mergeCustomers: [{ parameters: { customerId }, body: { from: 'c-9999', why, contactId } }],
  addCustomerNote: [
    {
      parameters: { customerId, noteId: '7b8e5f8c-3a34-4b52-8f6a-5f1a1f2f3a4c' },
      body: { text: 'Two\nlines', contactId },
    },
  ],
  listCustomerNotes: [{ parameters: { customerId } }],
  recordConsent: [
    {
      parameters: { customerId },
      body: { purpose: 'marketing', given: true, textVersion: '3', channel: 'web', contactId },
    },
  ],
  listConsents: [{ parameters: { customerId } }],
  readTimeline: [{ parameters: { customerId } }],
  readProduct: [{ parameters: { product: '2101' } }, { parameters: { product: 'LAMP-01' } }],
  listOffers: [{ parameters: {} }],
  listOrders: [{ parameters: { customerId } }],
  readOrder: [{ parameters: { orderNumber: '1005' } }],
  readDraft: [{ parameters: { customerId } }],
  beginDraft: [
    { parameters: { customerId }, body: { contactId, lines: [{ sku: 'LAMP-01', quantity: 100 }] } },
  ],
  endDraft: [
    { parameters: { customerId }, body: { event: 'cancel', contactId, begunAt: '2026-11-20T15:00:00Z' } },
    {
      parameters: { customerId },
      body: {
        event: 'confirm',
        contactId,
        begunAt: '2026-11-20T15:00:00Z',
        totalMinor: 10_608,
        currency: 'USD',
        isOnceMore: true,
        deliverTo: { addressId: 'home', instructions: 'Ring twice' },
        billTo: { addressId: 'home', documentsBy: 'letter' },
      },
    },
  ],
  listPayments: [{ parameters: { orderNumber: '1005' } }],
  askForPayment: [{ parameters: { orderNumber: '1005' }, body: { intent: 'please-pay-it' } }],
  readOrderDocument: [{ parameters: { orderNumber: '1005' } }],
  readParcel: [{ parameters: { orderNumber: '1005' } }],
  readReturn: [{ parameters: { rmaNumber: '100502' } }],
  changeParcel: [
    { event: 'ship', why },
    { event: 'receive-return', condition: 'opened' },
  ].map((what) => ({
    parameters: { orderNumber: '1004' },
    body: { version: 1, intent: 'an-intent', ...what },
  })),
  changeOrder: [
    { event: 'change', quantities: [0, 10_000] },
    { event: 'refund', amountMinor: 1 },
    { event: 'credit', amountMinor: 250 },
    { event: 'exchange', deliverTo: { addressId: 'cabin' } },
  ].map((what) => ({
    parameters: { orderNumber: '1005' },
    body: { version: 1, why, contactId, intent: 'an-intent', ...what },
  })),
  listFreeTimes: [{ parameters: {} }],
  readAppointment: [{ parameters: { customerId } }],
  bookAppointment: [
    {
      parameters: { customerId },
      body: { intent: 'an-intent', version: 0, startsAt: '2026-11-24T15:00:00.000Z' },
    },
  ],
  cancelAppointment: [{ parameters: { customerId }, body: { intent: 'an-intent', version: 1 } }],
  listCaseTypes: [{ parameters: {} }],
  openCase: [
    {
      parameters: {},
      body: {
        intent: 'an-intent-of-mine',
        customerId,
        type: 'delivery',
        severity: 'high',
        details: { deliveryProblem: 'late', matter: 'Der Karton, 箱, κουτί' },
        words: 'Seen.',
      },
    },
  ],
  noteRemark: [
    {
      parameters: { contactId, remarkId: '7b8e5f8c-3a34-4b52-8f6a-5f1a1f2f3a4f' },
      body: { subject: 'delivery', opinion: 'bad', words: 'It came a week late.\nΆργησε.' },
    },
  ],
  addFollowUp: [
    {
      parameters: { contactId, followUpId: '7b8e5f8c-3a34-4b52-8f6a-5f1a1f2f3a4f' },
      body: { kind: 'task', dueAt: '2026-11-20T15:00:00Z', words: 'Ask the carrier.', team: 'shipping' },
    },
  ],
  cancelFollowUp: [
    {
      parameters: { contactId, followUpId: '7b8e5f8c-3a34-4b52-8f6a-5f1a1f2f3a4f' },
      body: { why: 'The carrier has called by itself.' },
    },
  ],
  moveFollowUp: [
    {
      parameters: { contactId, followUpId: '7b8e5f8c-3a34-4b52-8f6a-5f1a1f2f3a4f' },
      body: { dueAt: '2026-11-23T15:00:00Z', why: 'The carrier comes a day later.' },
    },
  ],
  linkCaseToContact: [{ parameters: { caseNumber: '99999999', contactId } }],
  linkCaseToOrder: [{ parameters: { caseNumber: '99999999', orderNumber: '1005' } }],
  listCasesOfCustomer: [{ parameters: { customerId } }],
  listCasesOfDepartment: [{ parameters: { department: 'shipping' } }],
  readCase: [{ parameters: { caseNumber: '99999999' } }],
  hearVoicemail: [{ parameters: { caseNumber: '99999999' } }],
  changeCase: [
    { action: 'take' },
    { action: 'assign', owner: 'sam' },
    { action: 'describe', details: {}, severity: 'high', type: 'delivery' },
    { action: 'ask-customer', words: 'When?' },
    { action: 'pass-on', department: 'shipping', handover: 'Look.', replyByMs: 1_800_000_000_000 },
    { action: 'resolve', resolution: { words: 'Done.', giveMinor: 100, currency: 'USD' } },
    { action: 'ask-approval', amountMinor: 100, currency: 'USD', words: 'Because.' },
  ].map((change) => ({
    parameters: { caseNumber: '99999999' },
    body: { version: 1, change, contactId },
  })),
  addCaseNote: [
    {
      parameters: { caseNumber: '99999999', noteId: '7b8e5f8c-3a34-4b52-8f6a-5f1a1f2f3a4e' },
      body: { words: 'Seen.', visibility: 'customer', contactId },
    },
  ],
  takeInOrder: [
    {
      parameters: {},
      body: { source: 'web', reference: 'W-1', format: 'json', content: '{"customerId":"c-1003"}' },
    },
  ],
  listUnconfirmed: [{ parameters: {} }],
  listTroubles: [{ parameters: {} }],
  listDuplicates: [{ parameters: {} }],
  readFeedback: [{ parameters: {} }],
  listAgents: [{ parameters: {} }],
  listAuditOfCustomer: [{ parameters: { customerId } }],
  listAuditOfAgent: [{ parameters: { agentId: contactId } }],
};

/** Every route with its examples. */
export const EXAMPLED = httpFunctions.flatMap((contract) =>
  Object.entries(contract.routes).map(([operation, route]) => {
    const examples = EXAMPLES[operation];
    if (examples === undefined) throw new Error(`test/api/examples.ts has no example of ${operation}`);
    return { operation, route, examples };
  }),
);
