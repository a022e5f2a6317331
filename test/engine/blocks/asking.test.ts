/** Blocks that ask another service: what they ask, where the answer is found, and which problem leads where. */
import { describe, expect, test } from '@jest/globals';
import { isExecutable } from '../../../engine/blocks/block.ts';
import { blockOf, CATALOGUE } from '../../../engine/blocks/catalogue.ts';
import { EVERY_CHANNEL } from '../../../engine/blocks/forms.ts';
import type { ServiceAnswer, ServiceProblem } from '../../../engine/blocks/service.ts';
import { recordOf } from '../../../engine/blocks/wire-values.ts';
import type { FindBlock } from '../../../engine/contact/compiled-flow.ts';
import type { AskEffect, ServiceReply } from '../../../engine/contact/driver.ts';
import type { Json } from '../../../engine/language/flow.ts';
import { CALL, CASES, type Case } from './asking-cases.ts';
import { type Walk, walk } from './walk.ts';

/** Chats and e-mails do not come in here, so that blocks for them alone are given a call. */
const onCalls: FindBlock = (type) => {
  const block = blockOf(type);
  return block === undefined ? undefined : { ...block, channels: EVERY_CHANNEL };
};

const answered = (values: Readonly<Record<string, Json>>, outcome?: string): ServiceAnswer => ({
  kind: 'answered',
  values,
  ...(outcome === undefined ? {} : { outcome }),
});
const refused = (problem: ServiceProblem, message = 'it did not work'): ServiceAnswer => ({
  kind: 'refused',
  problem,
  message,
});

const errorsOf = (type: string, parameters: Json): readonly string[] => {
  const { required, optional } = blockOf(type)?.branches(recordOf(parameters)).errors ?? {
    required: [],
    optional: [],
  };
  return [...required, ...optional];
};

/** Walks through the block with this reply of the service. */
const ask = async (type: string, given: Case, reply: () => ServiceReply, more: Partial<Walk> = {}) => {
  const asked: AskEffect[] = [];
  const conditions = given.outcomes ?? [];
  const walked = await walk({
    type,
    parameters: given.parameters,
    errors: errorsOf(type, given.parameters),
    when: conditions,
    ...more,
    centre: {
      findBlock: onCalls,
      ...more.centre,
      ask: async (request) => {
        asked.push(request);
        return reply();
      },
    },
  });
  return { ...walked, asked };
};
const all = Object.entries(CASES);
const rows = <V>(of: (given: Case) => readonly V[]) =>
  all.flatMap(([type, given]) => of(given).map((one) => [type, one, given] as const));

test('every block that asks a service is here', () => {
  const asking = CATALOGUE.filter((block) => isExecutable(block) && 'prepare' in block)
    .map(({ type }) => type)
    .filter((type) => Object.hasOwn(CASES, type));
  expect(asking.toSorted()).toEqual(Object.keys(CASES).toSorted());
});

test.each(all)('%s asks with references put in', async (type, given) => {
  const { asked, contactId } = await ask(type, given, () => ({ answer: answered({}) }));
  const expected = JSON.parse(JSON.stringify(given.input).replaceAll(CALL, contactId));
  expect(asked.map(({ input }) => input)).toEqual([expected]);
});

test.each(all)('%s leaves the answer where the flow finds it', async (type, given) => {
  const found = given.found ?? {};
  const names = Object.keys(found);
  const attributes = Object.fromEntries(names.map((reference, index) => [`a${index}`, reference]));
  const [outcome] = given.outcomes ?? [];
  const { branch, centre } = await ask(
    type,
    given,
    () => ({ answer: answered(given.values ?? {}, outcome) }),
    {
      when: [],
      errors: ['NoMatchingError'],
      after: {
        look: ['UpdateContactAttributes', { Attributes: { done: 'yes', ...attributes } }, { next: 'end' }],
      },
    },
  );
  expect(branch).toBe('NextAction');
  const [contact] = [...centre.world.contacts.values()];
  const kept = names.map((reference, index) => [reference, contact?.attributes.get(`a${index}`)]);
  expect(Object.fromEntries(kept)).toEqual(found);
});

test.each(rows(({ outcomes = [] }) => outcomes))(
  '%s goes on by the outcome %s',
  async (type, outcome, given) => {
    expect((await ask(type, given, () => ({ answer: answered({}, outcome) }))).branch).toBe(
      `Equals ${outcome}`,
    );
  },
);

test.each(rows(({ outcomes = [] }) => outcomes.slice(0, 1)))(
  '%s has no branch for another outcome than %s',
  async (type, _, given) => {
    const expected = errorsOf(type, given.parameters).includes('NoMatchingCondition')
      ? 'NoMatchingCondition'
      : 'NextAction';
    expect((await ask(type, given, () => ({ answer: answered({}, 'Else') }))).branch).toBe(expected);
  },
);

const PROBLEMS: readonly ServiceProblem[] = [
  'failed',
  'none-found',
  'multiple-found',
  'contact-not-linked',
  'not-rendered',
];
test.each(all)('%s tells apart the problems that it has branches for', async (type, given) => {
  const branches = [];
  for (const problem of [
    ...PROBLEMS,
    ...(given.problems?.['time-is-up'] === undefined ? [] : (['time-is-up'] as const)),
  ]) {
    const { branch, because } = await ask(type, given, () => ({ answer: refused(problem) }));
    expect(because).toBe('it did not work');
    if (branch !== 'NoMatchingError') branches.push([problem, branch]);
  }
  expect(Object.fromEntries(branches)).toEqual(given.problems ?? {});
});

test.each(rows(({ unasked = [] }) => unasked))(
  '%s asks nothing with %j',
  async (type, [parameters, sentence], given) => {
    const { asked, because, branch } = await ask(type, { ...given, parameters }, () => ({
      answer: answered({}),
    }));
    expect([asked, branch, because]).toEqual([[], 'NoMatchingError', sentence]);
  },
);

test.each(rows(({ unkept }) => (unkept === undefined ? [] : [unkept])))(
  '%s cannot keep too much',
  async (type, [values, sentence], given) => {
    const { because, branch } = await ask(type, given, () => ({ answer: answered(values) }));
    expect([branch, because]).toEqual(['NoMatchingError', sentence]);
  },
);

describe.each(rows(({ limit }) => (limit === undefined ? [] : [limit])))(
  '%s waits',
  (type, [seconds, late], given) => {
    test('to the very end of its limit', async () => {
      const { branch } = await ask(type, given, () => ({
        answer: refused('failed', 'in time'),
        virtualDurationMs: seconds * 1000,
      }));
      expect(branch).toBe('NoMatchingError');
    });
    test('and no longer', async () => {
      const { because, branch, centre } = await ask(type, given, () => ({
        answer: answered({}),
        virtualDurationMs: seconds * 1000 + 1,
      }));
      expect([branch, because]).toEqual([late, `the service did not answer within ${seconds} s`]);
      const left = centre.record.find(({ effect }) => effect.kind === 'step-taken' && effect.step === 'it');
      expect(left?.atMs).toBe(seconds * 1000);
    });
  },
);

const caseOf = (type: string): Case => {
  const found = CASES[type];
  if (found === undefined) throw new Error(`${type} asks nothing`);
  return found;
};

describe('an answer', () => {
  const leaveOpen = (act: Walk['act'], more: Partial<Walk> = {}) =>
    ask('ShowView', caseOf('ShowView'), () => 'left-open', { ...(act && { act }), ...more });
  test('may come from somebody later', async () => {
    const { branch } = await leaveOpen(async (centre, contactId) => {
      await centre.driver.advanceBy(29_000);
      const [asked] = centre.of('ask-service');
      centre.send({
        kind: 'service-answered',
        contactId,
        requestId: asked?.requestId ?? '',
        answer: answered({}, 'Save'),
      });
    });
    expect(branch).toBe('Equals Save');
  });
  test.each(['another request', 'a function'])('to %s is no answer', async (which) => {
    const { branch } = await leaveOpen((centre, contactId) => {
      const id = centre.of('ask-service')[0]?.requestId ?? '';
      centre.send(
        which === 'a function'
          ? {
              kind: 'function-answered',
              contactId,
              invocationId: id,
              answer: { kind: 'returned', payload: '{}' },
            }
          : { kind: 'service-answered', contactId, requestId: 'another', answer: answered({}, 'Save') },
      );
    });
    expect(branch).toBe('TimeLimitExceeded');
  });
  test('after the call changes nothing', async () => {
    const { centre, contactId } = await leaveOpen((running, id) => {
      running.send({ kind: 'caller-hangs-up', contactId: id });
    });
    const [asked] = centre.of('ask-service');
    const effects = centre.send({
      kind: 'service-answered',
      contactId,
      requestId: asked?.requestId ?? '',
      answer: answered({}, 'Save'),
    });
    expect(effects).toEqual([]);
  });
  test('of one block of data tables is gone with the next one', async () => {
    const first = caseOf('EvaluateDataTableValues');
    const { centre, asked } = await ask(
      'ListDataTableValues',
      caseOf('ListDataTableValues'),
      () => ({ answer: answered(first.values ?? {}) }),
      {
        before: [['EvaluateDataTableValues', first.parameters]],
        after: {
          look: [
            'UpdateContactAttributes',
            {
              Attributes: {
                before: '$.DataTables.Tenant.greeting',
                now: '$.DataTableList.ResultData.Tenant.greeting',
              },
            },
            { next: 'end' },
          ],
        },
      },
    );
    const [contact] = [...centre.world.contacts.values()];
    expect(asked).toHaveLength(2);
    expect(Object.fromEntries(contact?.attributes ?? [])).toEqual({ before: '', now: 'Good day.' });
  });
});

test('a centre without services answers that it has none', async () => {
  const walked = await walk({
    type: 'CreateCase',
    parameters: caseOf('CreateCase').parameters,
    errors: ['NoMatchingError'],
  });
  expect([walked.branch, walked.because]).toEqual(['NoMatchingError', "the instance has no service 'cases'"]);
});

test('what was keyed in secret is marked as such in what is asked', async () => {
  const keyed = {
    ...caseOf('CreateCase'),
    parameters: { CaseTemplateId: 't', CaseRequestFields: { pin: '$.StoredCustomerInput' } },
  };
  const { asked } = await ask('CreateCase', keyed, () => ({ answer: answered({}) }), {
    before: [
      [
        'GetParticipantInput',
        {
          Text: 'Key.',
          StoreInput: 'True',
          InputTimeLimitSeconds: '5',
          InputValidation: { CustomValidation: { MaximumLength: '4' } },
        },
      ],
      ['UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }],
    ],
    act: (centre, contactId) => centre.press(contactId, '4711'),
  });
  expect(asked).toMatchObject([{ masked: true, input: { fields: { pin: '4711' } } }]);
});
