/** Callers who leave a voice message, in a centre that gets recordings and contact records. */
import { describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import { spokenDigits, spokenMoment } from '../../lambdas/domain/spoken.ts';
import { saveCustomer } from '../../lambdas/tables/customers.ts';
import { erasePerson } from '../../lib/commands/person.ts';
import { speakingMs } from '../../local/connect/records/call-sound.ts';
import type { Call } from '../kit/call.ts';
import type { ContactCentre, DialOptions, Item } from '../kit/centre.ts';
import { answerLost, throttled } from '../kit/faults.ts';
import { stranger, withheld } from '../kit/people.ts';
import { atLength } from './at-length.ts';

const WORDS = 'My washing machine leaks, please call me in the morning.';

/** What callers do, and what is found of them. */
function callers(the: () => ContactCentre) {
  /** Nobody is signed in: the caller is asked for a message. */
  const comesToTone = async (options: DialOptions = stranger): Promise<Call> => {
    const call = the().dial(options);
    await call.presses('0');
    await call.hears(prompts.nobodySignedIn);
    await call.presses('2');
    await call.hears(prompts.voicemailHow);
    return call;
  };
  const messageOf = async ({ contactId }: Call): Promise<Item | undefined> =>
    (await the().items('CasesTable')).find(
      ({ sk, inContact }) => sk === 'VOICEMAIL' && inContact === contactId,
    );
  const onlyCaseOf = async (call: Call): Promise<Item> => {
    const cases = await the().casesOf(call);
    expect(cases).toHaveLength(1);
    return cases[0] ?? {};
  };
  const soundOf = (item: Item | undefined): Buffer | undefined =>
    the().cloud.buckets.get(String(item?.['recordingBucket']), String(item?.['recordingKey']));
  return { comesToTone, messageOf, onlyCaseOf, soundOf };
}

/** @param delivered long enough for records and recordings to have come */
export function describeVoicemail(the: () => ContactCentre, delivered: () => Promise<void>): void {
  const { comesToTone, messageOf, onlyCaseOf, soundOf } = callers(the);
  describe('a caller who leaves a voice message', () => {
    test('ends it by a key, sends it, and hears by when it is answered: a case with where it lies', async () => {
      const call = await comesToTone();
      await call.leavesMessage(WORDS);
      call.pressesAtOnce('5');
      await call.hears(prompts.voicemailChoose);
      await call.staysSilent();
      await call.hears(prompts.voicemailSending);
      await call.endsIn(/goodbye\.$/);
      const kept = await onlyCaseOf(call);
      expect(kept).toMatchObject({
        reason: 'voicemail',
        type: 'voicemail',
        department: 'support',
        status: 'open',
        phoneNumber: stranger.from,
        dueFor: 'first-answer',
      });
      const [promisedAt, openedAt] = [kept['promisedAt'], kept['openedAt']].map((at) =>
        Date.parse(String(at)),
      );
      expect(call.heard.at(-1)).toBe(
        prompts.voicemailPromise({
          promisedTime: spokenMoment(promisedAt ?? 0, openedAt ?? 0, { timeZone: 'America/New_York' }),
          caseNumber: spokenDigits(String(kept['caseNumber'])),
        }),
      );
      expect(await messageOf(call)).not.toHaveProperty('recordingKey');
      await delivered();
      const message = await messageOf(call);
      expect(message).toMatchObject({
        caseNumber: kept['caseNumber'],
        messageState: 'sent',
        recordingKey: expect.stringMatching(new RegExp(`^calls/ivr/2026/11/10/${call.contactId}_2026`)),
      });
      // The tone, the words, and as long as functions take.
      expect(Number(message?.['seconds'])).toBeCloseTo(0.4 + speakingMs(WORDS) / 1_000, 0);
      expect(soundOf(message)?.toString('latin1')).toContain(WORDS);
      expect(JSON.stringify(call.flowLog) + call.functionLog.join()).not.toContain('washing');
    });

    test('may simply hang up, in the middle of a word too, and it is kept all the same', async () => {
      const call = await comesToTone();
      await call.leavesMessage(WORDS);
      call.hangsUp();
      await delivered();
      expect(await onlyCaseOf(call)).toMatchObject({ reason: 'voicemail', status: 'open' });
      const message = await messageOf(call);
      expect(message).toMatchObject({ messageState: 'begun' });
      expect(Number(message?.['seconds'])).toBeGreaterThan(3);
    });

    test.each([
      ['kept', 'has its number in writing, once'],
      ['deleted', 'has nothing in writing'],
    ])('whom we know %s it and %s', async (fate) => {
      const customerId = `c-spoke-${fate}`;
      const from = fate === 'kept' ? '+12025550186' : '+12025550187';
      const somebody = { customerId, name: 'Somebody Invented', phoneNumbers: [from] };
      await saveCustomer(the().table('CustomersTable'), somebody);
      const messages = async (): Promise<readonly Item[]> =>
        (await the().items('MessagesTable')).filter((item) => item['customerId'] === customerId);
      const call = await comesToTone({ from });
      await call.leavesMessage(WORDS);
      // As long as it may be taken back, nothing is told of it.
      expect(await messages()).toEqual([]);
      if (fate === 'deleted') {
        call.pressesAtOnce('*');
        await call.presses('3');
        await call.hears(prompts.voicemailDeleted);
      }
      call.hangsUp();
      await delivered();
      await the().passes(60_000);
      const { caseNumber } = await onlyCaseOf(call);
      expect(await messages()).toMatchObject(
        fate === 'kept' ? [{ caseNumber, body: { news: 'case-opened', fields: { caseNumber } } }] : [],
      );
    });

    test('and hangs up before the tone has recorded nothing: a call that nobody has answered, as any', async () => {
      const call = await comesToTone();
      call.hangsUp();
      await delivered();
      expect(await onlyCaseOf(call)).toMatchObject({ reason: 'not-answered' });
      expect(await messageOf(call)).toBeUndefined();
    });

    test('deletes it: the case goes, the recording goes when it comes, and nobody forgets the caller', async () => {
      const call = await comesToTone();
      await call.leavesMessage(WORDS);
      call.pressesAtOnce('*');
      await call.presses('3');
      await call.hears(prompts.voicemailDeleted);
      await call.hears(prompts.mainMenu);
      expect(await the().casesOf(call)).toEqual([]);
      call.hangsUp();
      await delivered();
      expect(await onlyCaseOf(call)).toMatchObject({ reason: 'not-answered' });
      const message = await messageOf(call);
      expect(message).toMatchObject({ messageState: 'deleted' });
      expect(message).not.toHaveProperty('recordingKey');
      const location = recordingsOf(the()).find((each) => each.includes(call.contactId)) ?? '';
      expect(location).not.toBe('');
      const at = location.indexOf('/');
      expect(the().cloud.buckets.get(location.slice(0, at), location.slice(at + 1))).toBeUndefined();
    });
  });
}

/** What takes longer to try. */
export function describeVoicemailAtLength(the: () => ContactCentre, delivered: () => Promise<void>): void {
  const { comesToTone, messageOf, onlyCaseOf, soundOf } = callers(the);
  describe('a caller who leaves a voice message', () => {
    test('has a case from the tone on, whether or not a recording ever comes', async () => {
      const call = await comesToTone();
      await call.hears('beep');
      expect(await onlyCaseOf(call)).toMatchObject({ reason: 'voicemail', status: 'open' });
      call.hangsUp();
    });

    atLength(
      'hears of the last ten seconds and of the end of the time, and the message is kept',
      async () => {
        const call = await comesToTone();
        await call.leavesMessage(WORDS);
        await the().passes(110_000);
        await call.hears(prompts.voicemailTenSeconds);
        await call.staysSilent();
        await call.hears(prompts.voicemailLimit);
        await call.hears(prompts.voicemailChoose);
        await call.staysSilent();
        await call.endsIn(/goodbye\.$/);
        await delivered();
        const seconds = Number((await messageOf(call))?.['seconds']);
        expect(seconds).toBeGreaterThan(119);
        expect(seconds).toBeLessThan(130);
      },
    );

    atLength('speaks anew: the last message counts, from where it begins in the one recording', async () => {
      const call = await comesToTone();
      await call.leavesMessage('Not like this.');
      call.pressesAtOnce('#');
      await call.presses('2');
      await call.hears(prompts.voicemailAgain);
      await call.leavesMessage(WORDS);
      call.hangsUp();
      await delivered();
      const message = await messageOf(call);
      expect(Number(message?.['offsetSeconds'])).toBeGreaterThan(speakingMs('Not like this.') / 1_000);
      expect(Number(message?.['seconds'])).toBeCloseTo(0.4 + speakingMs(WORDS) / 1_000, 0);
      expect(await the().casesOf(call)).toHaveLength(1);
    });

    atLength(
      'shows no number: it is said in the message, and the case says that we do not know it',
      async () => {
        const call = await comesToTone(withheld);
        await call.leavesMessage('Please call 2 0 2, 5 5 5, 0 1 4 2.');
        call.hangsUp();
        await delivered();
        expect(await onlyCaseOf(call)).toMatchObject({ reason: 'voicemail', phoneNumber: 'unknown' });
        expect(await messageOf(call)).toHaveProperty('recordingKey');
      },
    );
  });

  atLength('whose first mark was made though nobody heard so is one case, that of the number', async () => {
    const call = await comesToTone({ ...stranger, faults: { 'mark-voicemail': answerLost(4) } });
    await call.hears(prompts.voicemailFault);
    await call.hears(prompts.noting);
    await call.endsIn(/goodbye\.$/);
    await the().passes(10 * 60_000);
    expect(await onlyCaseOf(call)).toMatchObject({ reason: 'left-queue', phoneNumber: stranger.from });
    expect(await messageOf(call)).toMatchObject({ messageState: 'deleted' });
  });

  atLength(
    'of a customer who is erased is gone from the bucket, whether it lay there or came later',
    async () => {
      const { cloud } = the();
      const customerId = 'c-erased';
      await saveCustomer(the().table('CustomersTable'), {
        customerId,
        name: 'Erla Sand',
        phoneNumbers: ['+12025550177'],
      });
      const target = {
        name: 'local',
        region: 'us-east-1',
        endpointUrl: cloud.endpointUrl,
        outputs: cloud.stack.outputs,
      };
      const leaves = async (): Promise<Call> => {
        const call = await comesToTone({ from: '+12025550177' });
        await call.leavesMessage(WORDS);
        call.hangsUp();
        return call;
      };
      const before = await leaves();
      await delivered();
      const kept = await messageOf(before);
      expect(soundOf(kept)?.length).toBeGreaterThan(1_000);
      const late = await leaves();
      const { recordings } = await erasePerson(target, customerId);
      expect(recordings).toEqual({ deleted: [expect.stringContaining(before.contactId)], left: [] });
      expect(soundOf(kept)).toBeUndefined();
      await the().passes(10 * 60_000);
      const places = recordingsOf(the()).filter((place) => place.includes(late.contactId));
      expect(places).toHaveLength(1);
      for (const place of places) {
        const { name } = recordingsBucketOf(the());
        expect(cloud.buckets.get(name, place.slice(name.length + 1))).toBeUndefined();
      }
    },
  );

  describe('a voice message is kept once', () => {
    atLength('where its event comes twice, and before the record of the contact', async () => {
      const { records } = the().cloud;
      if (records !== undefined) records.courier.imperfection = { duplicates: 1, late: 0.5 };
      const call = await comesToTone();
      await call.leavesMessage(WORDS);
      call.hangsUp();
      await the().passes(10 * 60_000);
      expect(await onlyCaseOf(call)).toMatchObject({ reason: 'voicemail' });
      expect(await messageOf(call)).toHaveProperty('recordingKey');
    });

    test('where the function that keeps it fails, and is run again', async () => {
      the().fault(the().functionName('keep-voicemail'), { fault: { kind: 'error-before' }, times: 1 });
      const call = await comesToTone();
      await call.leavesMessage(WORDS);
      call.hangsUp();
      await the().passes(5 * 60_000);
      expect(await messageOf(call)).toHaveProperty('recordingKey');
    });

    atLength(
      'where the function fails each time: the case stands, and so does one for a call that has none',
      async () => {
        the().fault(the().functionName('keep-voicemail'), { fault: { kind: 'error-before' }, times: 3 });
        const call = await comesToTone();
        await call.leavesMessage(WORDS);
        call.hangsUp();
        await the().passes(20 * 60_000);
        expect(await onlyCaseOf(call)).toMatchObject({ reason: 'voicemail', status: 'open' });
        expect(await messageOf(call)).not.toHaveProperty('recordingKey');
        the().fault(the().functionName('keep-voicemail'), { fault: { kind: 'error-before' }, times: 3 });
        const key = 'calls/ivr/2026/11/10/somebody_20261110T15:00_UTC.wav';
        const { name } = recordingsBucketOf(the());
        the().cloud.buckets.put(name, key, Buffer.from('RIFF'));
        await the().passes(20 * 60_000);
        expect((await the().cases()).filter(({ contactId }) => contactId === 'somebody')).toMatchObject([
          { reason: 'voicemail', phoneNumber: 'unknown' },
        ]);
      },
    );

    test('where the answer of the first mark was lost: it is marked again', async () => {
      const call = await comesToTone({ ...stranger, faults: { 'mark-voicemail': answerLost(1) } });
      await call.leavesMessage(WORDS);
      call.hangsUp();
      await delivered();
      expect(await the().casesOf(call)).toHaveLength(1);
      expect(await messageOf(call)).toHaveProperty('recordingKey');
    });
  });

  test('who cannot be recorded hears so, and the number is kept instead', async () => {
    const call = await comesToTone({ ...stranger, faults: { 'mark-voicemail': throttled() } });
    await call.hears(prompts.voicemailFault);
    await call.hears(prompts.noting);
    await call.endsIn(/goodbye\.$/);
    await delivered();
    expect(await onlyCaseOf(call)).toMatchObject({ reason: 'left-queue', phoneNumber: stranger.from });
  });
}

const recordingsBucketOf = ({ cloud }: ContactCentre): { readonly name: string } => ({
  name: cloud.stack.outputs['RecordingsBucket'] ?? '',
});

/** Where the recordings of the flows lie, by the records that have been written. */
const recordingsOf = ({ cloud }: ContactCentre): readonly string[] =>
  (cloud.records?.recent().records ?? []).flatMap(({ Recordings }) =>
    (Recordings ?? []).map(({ Location }) => Location),
  );
