/** Puts together the test case of a call that a test has made. */
import type { Instance } from '../../engine/contact/instance.ts';
import { parseFlow } from '../../engine/language/parse.ts';
import type { NamelessAction, Observation, TestCase } from '../../engine/testing-language/test-case.ts';
import type { Moment } from '../../local/connect/centre.ts';

export type ExportedStep =
  | { readonly kind: 'hears'; readonly text: string }
  /** `asked`: what was said when the keys were wanted. */
  | { readonly kind: 'presses'; readonly keys: string; readonly asked: string }
  | { readonly kind: 'hangs-up' }
  | { readonly kind: 'queued'; readonly queueName: string };

export interface ExportedCall {
  readonly name: string;
  readonly instance: Instance;
  readonly moments: readonly Moment[];
  readonly steps: readonly ExportedStep[];
  readonly faults: readonly {
    readonly functionName: string;
    readonly error: 'TimeLimitExceeded' | 'NoMatchingError';
  }[];
  readonly dialled: { readonly to: string; readonly from: string | undefined };
}

type Doing = NamelessAction;
interface Draft {
  readonly identifier: string;
  readonly event: Observation['event'];
  readonly actions: Doing[];
}

export function testCaseOf(call: ExportedCall): TestCase {
  const { name, instance, dialled } = call;
  const flowId = instance.phoneNumbers.find(({ number }) => number === dialled.to)?.flowId;
  const flow = instance.flows.find(({ id, arn }) => id === flowId || arn === flowId);
  const drafts = draftsOf(call);
  drafts.at(-1)?.actions.push({ kind: 'end-test' });
  const observations = drafts.map(({ identifier, event, actions }, index): Observation => {
    const next = drafts[index + 1]?.identifier;
    return {
      identifier,
      eventIdentifier: `event of ${identifier}`,
      event,
      actions: actions.map((action, at) => ({ identifier: `${identifier}, action ${at + 1}`, ...action })),
      next: next === undefined ? [] : [next],
    };
  });
  return {
    name,
    entryPoint: {
      kind: 'voice',
      flowId: `\${flow.${flow?.name ?? ''}}`,
      ...(dialled.from === undefined ? {} : { from: dialled.from }),
    },
    attributes: {},
    document: { metadata: {}, observations },
  };
}

function draftsOf(call: ExportedCall): Draft[] {
  const overrides = [...hoursOf(call), ...faultsOf(call)];
  const drafts: Draft[] =
    overrides.length === 0
      ? []
      : [{ identifier: 'start', event: { kind: 'test-initiated' }, actions: overrides }];
  const hears = (text: string): Draft => {
    const draft: Draft = {
      identifier: `${drafts.length} hears`,
      event: { kind: 'message', message: { by: 'text', text }, matching: 'Similarity' },
      actions: [],
    };
    drafts.push(draft);
    return draft;
  };
  for (const step of call.steps) {
    switch (step.kind) {
      case 'hears':
        hears(step.text);
        break;
      case 'presses': {
        const last = drafts.at(-1);
        // Keys go with the words that ask for them; a second answer needs a question of its own.
        const answers =
          last?.event.kind === 'message' && last.actions.length === 0 ? last : hears(step.asked);
        answers.actions.push({ kind: 'keys', keys: step.keys });
        break;
      }
      case 'hangs-up':
        (drafts.at(-1) ?? hears('')).actions.push({ kind: 'disconnect' });
        break;
      case 'queued':
        drafts.push({
          identifier: `${drafts.length} transfer`,
          event: {
            kind: 'action-started',
            action: { type: 'TransferContactToQueue', resource: `\${queue.${step.queueName}}` },
          },
          actions: [
            { kind: 'assert', namespace: '$.Queue.Name', operator: 'Equals', operand: step.queueName },
          ],
        });
        break;
    }
  }
  return drafts;
}

/** Hours were open or closed by the clock of the test; a test case has none, so it says which they were. */
function hoursOf({ instance, moments }: ExportedCall): Doing[] {
  return moments.flatMap(({ effect }): Doing[] => {
    if (effect.kind !== 'step-taken' || effect.type !== 'CheckHoursOfOperation') return [];
    const flow = instance.flows.find(({ arn }) => arn === effect.flowArn);
    const action = parseFlow(flow?.content ?? '').document?.Actions.find(
      ({ Identifier }) => Identifier === effect.step,
    );
    const given = action?.Parameters['HoursOfOperationId'];
    const hours = instance.hours.find(({ id, arn }) => id === given || arn === given);
    if (hours === undefined) return [];
    const arn = effect.branch.includes('True') ? `\${hours.tests-open}` : `\${hours.tests-closed}`;
    return [
      {
        kind: 'override',
        action: { type: 'CheckHoursOfOperation', resource: `\${hours.${hours.name}}` },
        strategy: { kind: 'substitute', arn },
      },
    ];
  });
}

const faultsOf = ({ faults }: ExportedCall): Doing[] =>
  faults.map(({ functionName, error }) => ({
    kind: 'override',
    action: { type: 'InvokeLambdaFunction', resource: `\${function.${functionName}}` },
    strategy: { kind: 'error', error, delaySeconds: 0 },
  }));
