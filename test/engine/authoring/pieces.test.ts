/** Pieces are used like steps, more than once in a flow, and nothing inside them is seen outside. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../../engine/authoring/deciding.ts';
import { flow } from '../../../engine/authoring/flow.ts';
import { hangUp } from '../../../engine/authoring/handing-over.ts';
import { ask } from '../../../engine/authoring/keys.ts';
import { piece } from '../../../engine/authoring/piece.ts';
import {
  apologiseAndOfferCallback,
  askWithRetries,
  onlyVerified,
  sayInLanguage,
} from '../../../engine/authoring/pieces.ts';
import { reachFrom } from '../../../engine/authoring/reach.ts';
import { resource } from '../../../engine/authoring/resource.ts';
import { say } from '../../../engine/authoring/speaking.ts';
import { blockOf } from '../../../engine/blocks/catalogue.ts';
import { checkFlow } from '../../../engine/language/check.ts';
import type { FlowAction } from '../../../engine/language/flow.ts';
import { checkFlows } from '../../../engine/rules/check-flows.ts';

const terms = { name: 'demo', title: 'Demo', description: 'A demo.', type: 'CONTACT_FLOW' } as const;
const bye = hangUp();
const asked = {
  prompt: 'Number?',
  again: 'Once more.',
  timeoutSeconds: 5,
  digitsMax: 4,
  tries: 3,
  wayOut: { 0: 'person' },
} as const;
const offered = {
  apology: 'We are sorry.',
  offer: 'Shall we call you back? For yes, press 1.',
  promise: 'We will call you back today. Goodbye.',
  timeoutSeconds: 5,
  queue: resource('queue', 'support'),
  firstCallAfterSeconds: 30,
  attempts: 2,
  betweenAttemptsSeconds: 600,
} as const;

const both = () =>
  flow({
    ...terms,
    start: 'order',
    steps: {
      order: askWithRetries({ ...asked, next: 'case', onGiveUp: 'sorry', onError: 'sorry' }),
      case: askWithRetries({ ...asked, next: 'greeting', onGiveUp: 'sorry', onError: 'sorry' }),
      greeting: sayInLanguage({
        words: { 'en-US': 'Thank you.', 'es-US': 'Gracias.' },
        otherwise: 'en-US',
        next: 'guard',
      }),
      guard: onlyVerified({
        verified: '$.Attributes.verified',
        module: resource('module', 'verify-caller'),
        next: 'person',
        onRefused: 'sorry',
        onError: 'sorry',
      }),
      sorry: apologiseAndOfferCallback({
        ...offered,
        onPromised: 'bye',
        onDeclined: 'goodbye',
        onNoNumber: 'person',
        onError: 'person',
      }),
      person: say({ prompt: 'Please ring again. Goodbye.', next: 'bye' }),
      goodbye: say({ prompt: 'Goodbye.', next: 'bye' }),
      bye,
    },
  });
const targetsOf = ({ Transitions: { NextAction, Errors = [], Conditions = [] } }: FlowAction) => [
  ...(NextAction === undefined ? [] : [NextAction]),
  ...[...Errors, ...Conditions].map((way) => way.NextAction),
];

describe('pieces in a flow', () => {
  const { document, content } = both();
  const actions = new Map(document.Actions.map((action) => [action.Identifier, action]));

  test('become actions with readable names, each once', () => {
    expect(document.Actions).toHaveLength(actions.size);
    expect([...actions.keys()].filter((name) => /^(?:order|sorry|guard|greeting)/.test(name))).toEqual([
      'order',
      'order.keyed',
      'order.tries',
      'order.again',
      'greeting',
      'greeting.in-en-US',
      'greeting.in-es-US',
      'guard',
      'guard.verify',
      'guard.now',
      'sorry',
      'sorry.offer',
      'sorry.number',
      'sorry.callback',
      'sorry.promise',
    ]);
  });
  test('lead to their own steps and to what they were told, never into each other', () => {
    for (const [name, action] of actions) {
      const [own = ''] = name.split('.');
      for (const to of targetsOf(action)) {
        expect(actions.has(to)).toBe(true);
        expect(to.includes('.') ? to.split('.')[0] : own).toBe(own);
      }
    }
    expect(targetsOf(actions.get('order.keyed') ?? document.Actions[0] ?? fail())).toEqual(
      expect.arrayContaining(['order.tries', 'person', 'case']),
    );
    expect(targetsOf(actions.get('case.again') ?? fail())).toEqual(['case', 'case']);
  });
  test('are what the service takes, and break no rule', () => {
    expect(checkFlow(document, 'CONTACT_FLOW', blockOf)).toEqual([]);
    expect(reachFrom('order', document.Actions)).toMatchObject({ complete: true });
    const findings = checkFlows([{ file: 'demo.json', text: content }]);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  });
});

function fail(): never {
  throw new Error('there is no such action');
}

test('a piece may be inside a piece, and be called as one of the steps inside it', () => {
  const number = (next: 'left') =>
    piece({
      start: 'pin',
      steps: {
        pin: ask({
          prompt: 'PIN?',
          timeoutSeconds: 5,
          digitsMax: 4,
          next: 'left',
          onNothing: 'twice',
          onError: 'left',
        }),
        twice: say({ prompt: 'Again.', next: 'pin' }),
      },
      ways: { left: next },
    });
  const made = piece({
    start: 'twice',
    steps: { twice: number('left'), pin: say({ prompt: 'Never.', next: 'twice' }) },
    ways: { left: 'pin' },
  });
  const found = made.actions('pin').map((action) => [action.Identifier, [...new Set(targetsOf(action))]]);
  expect(found).toEqual(
    [
      ['pin', ['pin.keyed', 'pin']],
      ['pin.keyed', ['pin.twice', 'pin']],
      ['pin.twice', ['pin']],
      ['pin.pin', ['pin']],
    ].map(([name, to]) => [name, expect.arrayContaining([...(to ?? [])])]),
  );
});

describe('a piece that would leak is refused', () => {
  const hi = say({ prompt: 'Hi.', next: 'out' });
  test.each([
    [
      'as a way out',
      () => piece({ start: 'out', steps: { out: hi }, ways: { out: 'a' } }),
      "'out' is a way out and",
    ],
    [
      'in two steps that become one action',
      () =>
        piece({
          start: 'number',
          steps: {
            number: ask({
              prompt: '?',
              timeoutSeconds: 5,
              digitsMax: 1,
              next: 'out',
              onNothing: 'out',
              onError: 'out',
            }),
            keyed: hi,
          },
          ways: { out: 'a' },
        }),
      "two steps become 'use.keyed'",
    ],
    [
      'where a step inside leads to nothing',
      () =>
        piece({
          start: 'a',
          // @ts-expect-error there is no step and no way called 'outsid'
          steps: { a: say({ prompt: 'Hi.', next: 'outsid' }) },
          ways: { outside: 'a' },
        }),
      "step 'use' points to 'outsid', which does not exist; did you mean 'outside'?",
    ],
  ])('%s', (_title, make, message) => {
    expect(() => make().actions('use')).toThrow(message);
  });
  test('and the compiler sees where it may stand and what it leads to', () => {
    const guarded = askWithRetries({ ...asked, next: 'bye', onGiveUp: 'bye', onError: 'bye' });
    const once = { ...asked, tries: 1, next: 'bye', onGiveUp: 'bye', onError: 'bye' };
    expect(() => askWithRetries(once)).toThrow('tries is 1; it is a whole number from 2');
    // @ts-expect-error the way out leads to 'person', which is no step
    expect(() => flow({ ...terms, start: 'a', steps: { a: guarded, bye } })).toThrow(
      "step 'a': out-0 points to 'person'",
    );
    expect(() =>
      // @ts-expect-error nobody keys anything while an agent is whispered to
      flow({ ...terms, type: 'AGENT_WHISPER', start: 'a', steps: { a: guarded, person: bye, bye } }),
    ).toThrow('is not allowed in a flow of type AGENT_WHISPER');
    // @ts-expect-error onGiveUp is missing
    askWithRetries({ ...asked, next: 'a', onError: 'a' });
    // @ts-expect-error onRefused is missing
    onlyVerified({ verified: '$.Attributes.a', module: resource('module', 'm'), next: 'a', onError: 'a' });
    // @ts-expect-error nobody speaks 'fr-CA'
    sayInLanguage({ words: { 'en-US': 'Hi.' }, otherwise: 'fr-CA', next: 'a' });
    // @ts-expect-error onNoNumber is missing
    apologiseAndOfferCallback({ ...offered, onPromised: 'a', onDeclined: 'a', onError: 'a' });
  });
});

test('whatever the steps inside are called, every branch leads where it was told', () => {
  const name = fc.stringMatching(/^[a-z][a-z-]{0,8}$/);
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 3, maxLength: 8 }), name, (names, use) => {
      const [way = '', ...inside] = names;
      const steps = Object.fromEntries(
        inside.map((step, place) => [
          step,
          decide({ value: '$.Attributes.a', cases: { a: inside[place + 1] ?? way }, otherwise: step }),
        ]),
      );
      const made = piece({ start: inside[0] ?? '', steps, ways: { [way]: use } }).actions(use);
      const idOf = (step: string) => (step === inside[0] ? use : `${use}.${step}`);
      expect(made.map(targetsOf)).toEqual(
        inside.map((step, place) => {
          const next = inside[place + 1];
          return [idOf(step), idOf(step), next === undefined ? use : idOf(next)];
        }),
      );
    }),
    { numRuns: 60 },
  );
});
