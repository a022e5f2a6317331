/** Events as Connect sends them, an environment as the stack sets it, and what a function wrote to its log. */
import { jest } from '@jest/globals';

export const CONTACT_ID = '0d2f1c5e-8f5a-4b5f-9f0a-3d1f6f1f7a10';
export const CALLER = '+12025550111';

export const environment = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  TABLE_CUSTOMERS: 'the-customers',
  TABLE_CASES: 'the-cases',
  TABLE_MESSAGES: 'the-messages',
  TABLE_ORDERS: 'the-orders',
  SALES_TAX: JSON.stringify({ basisPoints: 825 }),
  UNVOICED: JSON.stringify([]),
  RETURNS: JSON.stringify({ windowDays: 30, parcelDays: 14 }),
  TASK_FLOW_ARN: 'arn:aws:connect:us-east-1:123456789012:instance/0a1b2c3d/contact-flow/flow-of-tasks',
  ESCALATION_HOURS: JSON.stringify({
    timeZone: 'America/New_York',
    days: [{ day: 'MONDAY', start: '09:00', end: '17:00' }],
    holidays: [],
  }),
  OPENING_HOURS: JSON.stringify({
    timeZone: 'America/New_York',
    days: [{ day: 'MONDAY', start: '08:00', end: '18:00' }],
    holidays: [],
  }),
};

/** A Sunday, in the morning. */
export const NOW = new Date('2026-11-22T06:00:00Z');

export const context = { getRemainingTimeInMillis: () => 2000 };

interface Contact {
  readonly address?: string | null;
  readonly contactId?: string;
  /** The contact attribute of that name; anything, to see what becomes of it. */
  readonly language?: unknown;
}

export function flowEvent(
  parameters: Readonly<Record<string, unknown>>,
  { address = CALLER, contactId = CONTACT_ID, language }: Contact = {},
): object {
  const CustomerEndpoint = address === null ? null : { Address: address, Type: 'TELEPHONE_NUMBER' };
  const ContactData = {
    Attributes: { reason: 'canary-attribute', language },
    AwsRegion: 'us-east-1',
    Channel: 'VOICE',
    ContactId: contactId,
    CustomerEndpoint,
    CustomerId: null,
    InitialContactId: contactId,
    InitiationMethod: 'INBOUND',
    InstanceARN: 'arn:aws:connect:us-east-1:123456789012:instance/0a1b2c3d',
    MediaStreams: { Customer: { Audio: null } },
    PreviousContactId: contactId,
    Queue: null,
    References: {},
    SystemEndpoint: { Address: '+12025550100', Type: 'TELEPHONE_NUMBER' },
    Tags: { 'aws:connect:systemEndpoint': '+12025550100' },
  };
  return { Name: 'ContactFlowEvent', Details: { ContactData, Parameters: parameters } };
}

/** Keeps the log out of the test's output; gives its lines. */
export function captureLog(): { readonly lines: () => readonly string[]; readonly release: () => void } {
  const lines: string[] = [];
  const write = (line: string) => {
    lines.push(line);
  };
  const spies = [
    jest.spyOn(console, 'log').mockImplementation(write),
    jest.spyOn(console, 'error').mockImplementation(write),
  ];
  return {
    lines: () => lines,
    release: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
}

/** Stops `Date` and nothing else: timers of the SDK and the handler's deadline go on. */
export function stopClock(now: Date = NOW): void {
  jest.useFakeTimers({
    now,
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
}
