/** Calls that the API asks for: a flow begins when somebody answers. */
import { describe, expect, test } from '@jest/globals';
import { openContacts } from '../../../engine/contact/describe.ts';
import type { EngineEvent } from '../../../engine/contact/events.ts';
import type { AnsweredBy } from '../../../engine/contact/outward-messages.ts';
import { NUMBER } from './centre.ts';
import { CUSTOMER, Outgoing } from './outgoing.ts';

describe('a call for a flow', () => {
  test('rings, and its flow begins when a person answers, who can be queued as any caller', async () => {
    const centre = new Outgoing();
    const contactId = centre.starts({ flowId: 'to-queue', queueId: 'support', attributes: { case: 'C-1' } });
    expect(centre.of('customer-dialled')).toEqual([
      {
        kind: 'customer-dialled',
        contactId,
        number: CUSTOMER,
        callerNumber: '+12025550111',
        withinMs: 60_000,
      },
    ]);
    expect(centre.contact(contactId)).toMatchObject({
      phase: 'calling',
      initiation: 'API',
      outward: { kind: 'call', state: 'ringing' },
    });
    centre.called(contactId, 'answers');
    await centre.driver.advanceBy(5_000);
    expect(centre.heardBy(contactId, 'customer')[0]).toBe('Hello.');
    centre.available('sam');
    await centre.accepted(contactId);
    expect(centre.at('sam')).toMatchObject({ state: 'connected', attributes: { case: 'C-1' } });
    // The customer is on the line already: an agent who comes hears no outbound whisper, nor does the customer.
    expect(centre.heardBy(contactId, 'customer').at(-1)).toBe('Beep.wav');
  });
  test.each<[AnsweredBy, string, string]>([
    ['person', 'Hello.', 'HUMAN_ANSWERED'],
    ['machine-beep', 'Please call us.', 'VOICEMAIL_BEEP'],
    ['machine-no-beep', 'There was no beep.', 'VOICEMAIL_NO_BEEP'],
    ['unclear', 'Is somebody there?', 'AMD_UNRESOLVED'],
  ])('that asks who answers is told: %s', async (by, words, status) => {
    const centre = new Outgoing();
    const contactId = centre.starts({ detectsMachines: true });
    centre.called(contactId, 'answers', { by });
    expect(centre.heardBy(contactId, 'customer')).toEqual([words]);
    await centre.driver.advanceBy(10_000);
    expect(centre.shelf.records).toMatchObject([
      {
        InitiationMethod: 'API',
        AnsweringMachineDetectionStatus: status,
        DisconnectReason: 'CONTACT_FLOW_DISCONNECT',
      },
    ]);
  });
  test('that does not ask is told nothing, and neither is a caller', async () => {
    const centre = new Outgoing();
    const contactId = centre.starts();
    centre.called(contactId, 'answers', { by: 'machine-beep' });
    expect(centre.heardBy(contactId, 'customer')).toEqual(['Nobody has asked.']);
    centre.send({ kind: 'dial', to: NUMBER, playback: 'estimated', flowId: 'asks' });
    expect(centre.heard().at(-1)).toBe('Nobody has asked.');
  });
  test.each([
    ['busy', 'TELECOM_BUSY', 'SIT_TONE_BUSY'],
    ['no-answer', 'TELECOM_UNANSWERED', 'AMD_UNANSWERED'],
    ['refused', 'TELECOM_NUMBER_INVALID', 'SIT_TONE_INVALID_NUMBER'],
  ] as const)('whose number is %s runs no flow', (outcome, reason, status) => {
    const centre = new Outgoing();
    const contactId = centre.starts({ detectsMachines: true });
    centre.called(contactId, outcome);
    expect(centre.contact(contactId)).toMatchObject({ phase: 'ended', reason, completed: true });
    expect(centre.of('step-taken')).toEqual([]);
    expect(centre.shelf.records).toMatchObject([
      { AnsweringMachineDetectionStatus: status, ConnectedToSystemTimestamp: null, DisconnectReason: reason },
    ]);
  });
  test('stops ringing when its time is over, or when the API stops it', async () => {
    const centre = new Outgoing();
    const short = centre.starts({ ringSeconds: 15 });
    await centre.driver.advanceBy(14_999);
    expect(centre.contact(short)?.phase).toBe('calling');
    await centre.driver.advanceBy(1);
    expect(centre.contact(short)).toMatchObject({ phase: 'ended', reason: 'TELECOM_UNANSWERED' });
    const stopped = centre.starts();
    centre.send({ kind: 'stop-contact', contactId: stopped });
    expect(() => centre.called(stopped, 'answers')).toThrow("no customer's telephone rings");
    expect(openContacts(centre.world)).toEqual([]);
  });
  test('begins with the attributes of a contact that it is related to', () => {
    const centre = new Outgoing();
    const before = centre.starts({ attributes: { case: 'C-1', note: 'old' } });
    const contactId = centre.starts({ relatedContactId: before, attributes: { note: 'new' } });
    expect(centre.contact(contactId)).toMatchObject({
      attributes: { case: 'C-1', note: 'new' },
      relatedContactId: before,
    });
  });
  test.each<[string, Partial<Extract<EngineEvent, { kind: 'start-call' }>>, string]>([
    ['to what is no number', { to: '0800' }, 'is no telephone number'],
    ['to a country nobody has asked for', { to: '+4930123456' }, 'may not call'],
    ['to a mobile number of the United Kingdom', { to: '+447700900123' }, 'may not call'],
    ['to an island that is not of the United States', { to: '+18765550123' }, 'may not call'],
    ['for a flow that there is not', { flowId: 'nothing' }, "there is no flow 'nothing'"],
    ['for a whisper', { flowId: 'hush' }, 'is a AGENT_WHISPER'],
    ['for a queue that there is not', { queueId: 'nothing' }, "there is no queue 'nothing'"],
    ['for nobody', { relatedContactId: 'nobody' }, "there is no contact 'nobody'"],
    ['for too long', { ringSeconds: 61 }, '61 seconds is no time to ring'],
    ['with a dot in the name of an attribute', { attributes: { 'a.b': 'x' } }, 'is no name of an attribute'],
    ['with too many attributes', { attributes: { a: 'x'.repeat(40_000) } }, 'would pass 32 KB'],
  ])('is not made %s', (_to, wrong, sentence) => {
    const centre = new Outgoing({ flows: { 'hush:AGENT_WHISPER': { end: ['EndFlowExecution'] } } });
    expect(() => centre.starts(wrong)).toThrow(sentence);
    expect(openContacts(centre.world)).toEqual([]);
  });
  test('is not made without a number to show', () => {
    const centre = new Outgoing({ queues: [{ id: 'support' }] });
    expect(() =>
      centre.send({ kind: 'start-call', to: CUSTOMER, flowId: 'asks', queueId: 'support' }),
    ).toThrow('there is no number to show');
  });
});
