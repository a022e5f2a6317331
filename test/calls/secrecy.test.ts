/** What nobody may learn: a caller's PIN from anything that is kept, and whose order a number is. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Call } from '../kit/call.ts';
import { cardNumbersIn } from '../kit/card-numbers.ts';
import { type ContactCentre, openCentre } from '../kit/centre.ts';
import { throwsAtOnce, timeout } from '../kit/faults.ts';
import { greta, imani, stranger, WRONG_PIN } from '../kit/people.ts';
import { transcript } from '../kit/transcript.ts';

/** Such digits occur nowhere by chance. */
const PIN = '73918462';

describe('secrecy:', () => {
  let centre: ContactCentre;
  beforeAll(async () => {
    centre = await openCentre();
  });
  afterEach(() => centre.everybodyLeaves());
  afterAll(() => centre.close());

  /** Everything about a call that a person or a program could read afterwards. */
  async function everythingReadable(call: Call): Promise<string> {
    const { functions, centre: running } = centre.cloud;
    return JSON.stringify([
      call.moments,
      call.flowLog,
      call.functionLog,
      call.attributes,
      transcript(call.moments),
      running.contact(call.contactId),
      running.instance.users.map(({ id }) => running.agent(id)),
      // The private key is in a secret, and no function has it in its settings.
      functions.definitions(),
      await Promise.all([
        centre.items('CustomersTable'),
        centre.items('CasesTable'),
        centre.items('OrdersTable'),
        centre.items('MessagesTable'),
      ]),
    ]);
  }

  describe('the digits of a PIN are in no transcript, log, history, attribute or table', () => {
    const expectSecret = async (call: Call, digits: string): Promise<void> => {
      const all = await everythingReadable(call);
      expect(all).toContain(call.contactId);
      expect(all).toContain('•');
      for (const separator of ['', ' ', ', ', ',', '","', '-'])
        expect(all).not.toContain([...digits].join(separator));
    };

    test('when it is right', async () => {
      await centre.setPin(greta, PIN);
      const call = centre.dial(greta);
      await call.presses('1');
      await call.presses(`${PIN}#`);
      await call.hears(prompts.askOrder);
      await call.presses('1006#');
      await call.hears(/Order 1 0 0 6/);
      await call.presses('0');
      await call.isQueuedIn('orders');
      const sam = centre.agent('sam');
      sam.becomesAvailable();
      await sam.isOffered(call);
      await expectSecret(call, PIN);
    });

    test.each([
      ['when it is wrong', PIN],
      ['when the caller goes on after twenty digits', '73918462739184627391846273918462'],
      ['when it is keyed without the pound key', '739184'],
    ])('%s', async (_when, keys) => {
      const call = centre.dial(stranger);
      await call.presses('1');
      for (let count = 0; count < 2; count += 1) await call.presses(`${keys}#`);
      await call.presses(keys);
      await centre.passes(6_000);
      await call.isQueuedIn('orders');
      await expectSecret(call, keys.slice(0, 6));
    });

    test.each([
      ['when the function that checks it fails', throwsAtOnce()],
      ['when the function that checks it is too slow', timeout()],
    ])('%s', async (_when, fault) => {
      const call = centre.dial({ ...stranger, faults: { 'verify-caller': fault } });
      await call.presses('1');
      await call.presses(`${PIN}#`);
      await call.hears(prompts.verificationFault);
      await call.isQueuedIn('orders');
      await expectSecret(call, PIN);
    });

    test('when the caller hangs up in the middle of it', async () => {
      const call = centre.dial(stranger);
      await call.presses('1');
      await call.presses('739184');
      call.hangsUp();
      await expectSecret(call, '739184');
    });

    test('when it is keyed ahead, before the question has been read out', async () => {
      const call = centre.dial(stranger);
      await call.presses('1');
      await call.hears(prompts.askPin);
      await centre.passes(500);
      call.pressesAtOnce(`${PIN}#`);
      await call.hears(prompts.pinWrong);
      await expectSecret(call, PIN);
    });
  });

  describe('a card', () => {
    const CARD = '4242424242424242';
    const pays = async (number: string): Promise<Call> => {
      const call = centre.dial(imani);
      call.isGiven({ verified: 'true' });
      for (const keys of ['1', '6001#', '5', '1', `${number}#`, '1230', '123#']) await call.presses(keys);
      return call;
    };
    test('pays an order, and its number is nowhere afterwards, where the search would find it', async () => {
      await centre.saveOrder(imani.customerId, '6001', { 'LAMP-01': 2 });
      const declined = await pays('4000000000000002');
      await declined.hears(/^Your bank did not accept the card\. Nothing was charged\./);
      const call = await pays(CARD);
      await call.hears(prompts.payAsking);
      await call.hears('Your payment of 98 dollars has been made, and order 6 0 0 1 is paid.');
      const all = await everythingReadable(call);
      expect(all).toContain('"status":"paid"');
      expect(cardNumbersIn(all)).toEqual([]);
      for (const digits of [CARD, '4,2,4,2,4,2', '"4","2","4","2"']) expect(all).not.toContain(digits);
      // Not even as ciphertext is it with the contact, whose record is kept for years.
      expect(JSON.stringify(call.attributes)).not.toMatch(/[A-Za-z0-9+/]{200}/);
      expect(cardNumbersIn(`${all.slice(0, 500)}${CARD}${all.slice(500)}`)).toEqual([CARD]);
      expect(JSON.stringify(call.flowLog)).toContain('"asking"');
      expect(JSON.stringify(call.flowLog)).not.toMatch(/"Identifier":"(?:card|expiry|code|start|keep-card)"/);
    });
  });

  test('each key of a PIN is shown as •, and other keys as they are', async () => {
    const call = centre.dial(stranger);
    await call.presses('1');
    await call.presses('4711#');
    await call.presses('0#');
    await call.isQueuedIn('support');
    const keys = call.moments.flatMap(({ effect }) => (effect.kind === 'key-heard' ? [effect.key] : []));
    expect(keys.join('')).toBe('1•••••••');
  });

  test('the flow log says nothing between the question for the PIN and its answer', async () => {
    const call = centre.dial(stranger);
    await call.presses('1');
    await call.presses(`${WRONG_PIN}#`);
    await call.presses('0#');
    await call.isQueuedIn('support');
    const logged = call.flowLog.flatMap(({ ContactFlowName, Identifier }) =>
      ContactFlowName === 'verify-caller' ? [`${Identifier}`] : [],
    );
    expect([...new Set(logged)]).toEqual([
      'begin',
      'log-off',
      'log-on-after-wrong-pin',
      'count-wrong',
      'log-off-after-wrong-pin',
      'log-on-after-asking',
      'mark-asked',
      'end',
    ]);
  });

  test('the words of another caller’s order are those of an order that does not exist', async () => {
    await centre.setPin(imani, imani.pin);
    const asks = async (orderNumber: string): Promise<string[]> => {
      const call = centre.dial(imani);
      await call.presses('1');
      await call.presses(`${imani.pin}#`);
      await call.presses(`${orderNumber}#`);
      await call.hears(prompts.orderNotFound);
      await call.isAskedForKeys();
      return call.experience.filter((line) => !line.includes('presses'));
    };
    expect(await asks('1004')).toEqual(await asks('9999'));
  });
});
