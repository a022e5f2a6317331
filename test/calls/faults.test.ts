/** Every function fails in every way: the caller hears words made for it, and reaches a person or a goodbye. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Template } from '../../local/assembly/template.ts';
import type { Call } from '../kit/call.ts';
import { type ContactCentre, type FunctionName, openCentre } from '../kit/centre.ts';
import {
  answerLost,
  answers,
  type PlannedFault,
  serviceError,
  slow,
  throttled,
  throwsAtOnce,
  timeout,
} from '../kit/faults.ts';
import { imani, stranger } from '../kit/people.ts';
import { resourceOf } from '../kit/templates.ts';
import { isFull } from './counts.ts';

const oneCaller = (template: Template): void => {
  resourceOf(template, 'AWS::Connect::Queue', 'support')[2]['MaxContacts'] = 1;
};

describe('faults:', () => {
  let centre: ContactCentre;
  beforeAll(async () => {
    centre = await openCentre({ mutate: oneCaller });
  });
  afterEach(() => centre.everybodyLeaves());
  afterAll(() => centre.close());

  const verifies = async (call: Call): Promise<void> => {
    await call.presses('1');
    await call.presses(`${imani.pin}#`);
  };
  const asksForOrder = async (call: Call, keys: string): Promise<void> => {
    // The PIN has tests of its own, and hashing it takes time.
    call.isGiven({ verified: 'true' });
    await call.presses('1');
    await call.hears(prompts.askOrder);
    await call.presses(keys);
  };
  /** Brings a verified caller through ordering: product, pieces, and the yes. */
  const orders =
    (...keys: readonly string[]) =>
    async (call: Call): Promise<void> => {
      // So that no order is like one before, and none is begun.
      for (const prefix of ['INTENT#', 'DRAFT#']) await centre.removeOrderItems(prefix);
      call.isGiven({ verified: 'true' });
      for (const pressed of ['2', ...keys]) await call.presses(pressed);
    };
  const asksForCase = async (call: Call): Promise<void> => {
    call.isGiven({ verified: 'true' });
    await call.presses('3');
    await call.presses('5');
  };
  const reportsProblem = async (call: Call): Promise<void> => {
    await call.presses('3');
    await call.presses('3');
  };
  const tellsTrouble = async (call: Call): Promise<void> => {
    for (const key of ['3', '2', '1', '2', '1#']) await call.presses(key);
  };
  /** Has a case about an invoice, as a customer. */
  const hasCase = async (): Promise<void> => {
    const call = centre.dial(imani);
    await call.presses('3');
    await call.presses('3');
    await call.presses('9');
    await call.endsIn(prompts.goodbye);
  };
  const reportsAgain = async (call: Call): Promise<void> => {
    call.isGiven({ verified: 'true' });
    await call.presses('3');
    await call.presses('3');
  };
  const cannotWait = async (call: Call): Promise<void> => {
    await asksForCase(call);
    await call.presses('1');
  };
  const findsQueueFull = async (call: Call): Promise<void> => {
    const first = centre.dial(stranger);
    await first.presses('0');
    await first.isQueuedIn('support');
    await call.presses('0');
    await call.staysOnTheLine();
    await call.hears(prompts.full);
    await call.presses('1');
  };

  interface Scene {
    readonly name: FunctionName;
    readonly when: string;
    /** What must be there before the call. */
    readonly before?: () => Promise<void>;
    /** Brings the caller to the function. */
    readonly leads: (call: Call) => Promise<void>;
    /** What the caller hears when it fails, and then. */
    readonly words: string;
    readonly queue?: 'orders' | 'support';
    /** What the caller presses after the words. */
    readonly presses?: string;
    /** The last words, where the call ends and not with these. */
    readonly ends?: string;
    readonly reason?: string;
    /** What the caller hears next, where it depends on what was done before it failed. */
    readonly hearsThen?: RegExp;
    /** What the caller hears when it works. */
    readonly goesOn: string;
    /** The step that calls the function. */
    readonly at: readonly [flow: string, step: string];
    /** Nothing about the PIN is in the flow log. */
    readonly isLogged: boolean;
  }

  const scenes: readonly Scene[] = [
    {
      name: 'lookup-customer',
      when: 'which finds the customer',
      leads: async () => undefined,
      words: prompts.recordsFault,
      queue: 'support',
      reason: 'records-fault',
      goesOn: prompts.mainMenu,
      at: ['main-inbound', 'look-up'],
      isLogged: true,
    },
    {
      name: 'verify-caller',
      when: 'which checks the PIN',
      leads: verifies,
      words: prompts.verificationFault,
      queue: 'orders',
      reason: 'verification-fault',
      goesOn: prompts.pinRight,
      at: ['verify-caller', 'check-pin'],
      isLogged: false,
    },
    {
      name: 'lookup-order',
      when: 'which finds an order by number',
      leads: (call) => asksForOrder(call, '1002#'),
      words: prompts.orderLookupFault,
      queue: 'orders',
      reason: 'order-lookup-fault',
      goesOn: 'Order 1 0 0 2',
      at: ['order-status', 'look-up'],
      isLogged: true,
    },
    {
      name: 'lookup-order',
      when: 'which finds the latest order',
      leads: (call) => asksForOrder(call, '1#'),
      words: prompts.orderLookupFault,
      queue: 'orders',
      reason: 'order-lookup-fault',
      goesOn: 'Order 1 0 0 3',
      at: ['order-status', 'look-up-latest'],
      isLogged: true,
    },
    {
      name: 'open-case',
      when: 'which keeps the message',
      leads: findsQueueFull,
      words: prompts.messageFault,
      goesOn: 'We will call you by',
      at: ['take-message', 'open-case'],
      isLogged: true,
    },
    {
      name: 'find-product',
      when: 'which finds a product by number',
      leads: orders('2304#'),
      words: prompts.productLookupFault,
      queue: 'orders',
      reason: 'order-fault',
      goesOn: prompts.askQuantity,
      at: ['place-order', 'find-product'],
      isLogged: true,
    },
    {
      name: 'quote-order',
      when: 'which prices an order',
      leads: orders('2304#', '1#'),
      words: prompts.quoteFault,
      queue: 'orders',
      reason: 'order-fault',
      goesOn: 'The total is',
      at: ['place-order', 'quote'],
      isLogged: true,
    },
    {
      name: 'confirm-order',
      when: 'which keeps what was confirmed',
      leads: orders('2304#', '1#', '1'),
      words: prompts.confirmFault,
      queue: 'orders',
      reason: 'order-fault',
      goesOn: prompts.placing,
      at: ['place-order', 'confirm'],
      isLogged: true,
    },
    {
      name: 'place-order',
      when: 'which places the order',
      leads: orders('2304#', '1#', '1'),
      words: prompts.unconfirmed,
      // Where only the answer was lost the order is there, and the caller hears that.
      hearsThen: /We will check your order, and confirm it to you|your order is placed/,
      goesOn: 'your order is placed',
      at: ['place-order', 'place'],
      isLogged: true,
    },
    {
      name: 'refer-order',
      when: 'which refers what could not be placed',
      leads: async (call) => {
        centre.fault('place-order', throttled());
        await orders('2304#', '1#', '1')(call);
      },
      words: prompts.notNotedEither,
      queue: 'orders',
      reason: 'order-unconfirmed',
      goesOn: 'We will check your order',
      at: ['place-order', 'refer'],
      isLogged: true,
    },
    {
      name: 'open-case',
      when: 'which opens a case for a problem',
      leads: reportsProblem,
      words: prompts.problemNotNoted,
      queue: 'support',
      reason: 'problem',
      goesOn: 'Your case number is',
      at: ['report-problem', 'open-case'],
      isLogged: true,
    },
    {
      name: 'open-technical',
      when: 'which opens a case for a product that does not work',
      leads: tellsTrouble,
      words: prompts.problemNotNoted,
      queue: 'support',
      reason: 'problem',
      goesOn: 'Your case number is',
      at: ['troubleshoot', 'open-latest'],
      isLogged: true,
    },
    {
      name: 'lookup-case',
      when: 'which says how a case stands',
      leads: asksForCase,
      words: prompts.caseFault,
      queue: 'support',
      reason: 'case-lookup-fault',
      goesOn: 'For the main menu, press 3.',
      at: ['report-problem', 'look-up'],
      isLogged: true,
    },
    {
      name: 'lookup-case',
      when: 'which says whether a problem was told before',
      before: hasCase,
      leads: reportsAgain,
      words: prompts.caseBeforeFault,
      presses: '9',
      ends: prompts.goodbye,
      goesOn: 'You have told us of such a problem',
      at: ['report-problem', 'look-up-before'],
      isLogged: true,
    },
    {
      name: 'escalate',
      when: 'which raises a case',
      before: hasCase,
      leads: cannotWait,
      words: prompts.escalationFault,
      queue: 'support',
      reason: 'escalation-fault',
      goesOn: 'Your case is raised to level one.',
      at: ['escalate-case', 'escalate'],
      isLogged: true,
    },
  ];

  /** What Connect writes into the flow log, whatever the cause. */
  const LOGGED = 'The Lambda Function Returned An Error.';

  /** How a function can fail, and what the trace says about it. */
  const failures: readonly (readonly [string, () => PlannedFault, RegExp | undefined])[] = [
    ['is throttled', () => throttled(), /TooManyRequestsException/],
    ['meets an error of the service', () => serviceError(), /ServiceException/],
    ['throws at once', () => throwsAtOnce(), /Returned An Error\. \(Error\)/],
    ['loses its answer', () => answerLost(), /ServiceException/],
    ['is too slow', () => timeout(), /did not answer in time/],
    ['answers what is not JSON', () => answers('malformed-result'), /did not return JSON/],
    ['answers an object in an object', () => answers('nested-result'), /returned 'outcome' nested/],
    ['answers more than 32 KB', () => answers('oversized-result'), /more than 32768 bytes/],
    ['answers null', () => answers('null-result'), /did not return an object/],
    ['answers a list and numbers', () => answers('wrong-types'), /returned 'outcome' nested/],
    ['answers nothing', () => answers('empty-result'), undefined],
  ];

  /** What Connect repairs by trying again, or need not. */
  const repaired: readonly (readonly [string, () => PlannedFault])[] = [
    ['is throttled once', () => throttled(1)],
    ['is throttled three times', () => throttled(3)],
    ['meets an error of the service once', () => serviceError(1)],
    ['throws once', () => throwsAtOnce(1)],
    ['loses its answer once', () => answerLost(1)],
    ['takes a second and a half', () => slow(1_500)],
  ];

  /** With small counts each function meets each sixth fault, and each fault some function; the whole matrix is in verify. */
  const ofThis = <T>(scene: Scene, faults: readonly T[]): readonly T[] =>
    isFull ? faults : faults.filter((_fault, index) => (index + scenes.indexOf(scene)) % 6 === 0);

  describe.each(scenes)('the function $name, $when,', (scene) => {
    const { name, words, queue, ends = words, hearsThen, reason, goesOn, isLogged } = scene;
    const [flow, step] = scene.at;

    test.each(ofThis(scene, failures))(
      '%s: the caller hears so and is led on',
      async (_how, fault, message) => {
        await scene.before?.();
        const call = centre.dial(imani);
        const record = centre.fault(name, fault());
        await scene.leads(call);
        await call.hears(words);
        if (scene.presses !== undefined) await call.presses(scene.presses);
        if (hearsThen !== undefined) await call.hears(hearsThen);
        else if (queue === undefined) await call.endsIn(ends);
        else await call.isQueuedIn(queue);
        if (reason !== undefined) expect(call.attributes).toMatchObject({ reason });
        if (hearsThen === undefined) call.never.hears(goesOn);
        expect(record.applied).toBeGreaterThan(0);
        if (message !== undefined) expect(call.troubles).toContainEqual(expect.stringMatching(message));
        const entries = call.flowLog.filter(
          ({ Identifier, ContactFlowName }) => ContactFlowName === flow && Identifier === step,
        );
        if (!isLogged) expect(entries).toEqual([]);
        else if (message !== undefined) expect(entries.at(-1)).toMatchObject({ Results: LOGGED });
        else expect(entries.at(-1)).toMatchObject({ ExternalResults: {} });
      },
    );

    test.each(ofThis(scene, repaired))('%s: the caller notices nothing', async (_how, fault) => {
      await scene.before?.();
      const call = centre.dial(imani);
      const record = centre.fault(name, fault());
      await scene.leads(call);
      await call.hears(goesOn);
      call.never.hears(words);
      expect(record.remaining).toBe(0);
    });
  });
});
