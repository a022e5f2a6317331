/** Breaks a flow that the service would take in one way for each publish rule, and says where the rule must find it. */
import { blockOf } from '../../../engine/blocks/catalogue.ts';
import type { FlowType } from '../../../engine/language/flow.ts';

/** A flow as JSON that a test may change. */
export interface Draft {
  Version: string;
  StartAction: string;
  Settings?: unknown;
  Actions: DraftAction[];
}
interface DraftAction {
  Identifier: string;
  Type: string;
  Parameters: Record<string, unknown>;
  readonly Transitions: {
    NextAction?: string;
    Errors?: { ErrorType: string; NextAction: string }[];
    Conditions?: { Condition: { Operator: string; Operands: string[] }; NextAction: string }[];
  };
}

export interface Broken {
  /** Where the rule must report. */
  readonly path: string;
  /** What the flow is checked as, where it matters. */
  readonly type?: FlowType;
  /** In place of the changed draft. */
  readonly text?: string;
}

/** Undefined where the flow has nothing that could be broken so. */
type Break = (draft: Draft) => Broken | undefined;

/** Changes the first action for which `change` gives a path inside it. */
const first =
  (change: (action: DraftAction, draft: Draft) => string | undefined): Break =>
  (draft) => {
    for (const [index, action] of draft.Actions.entries()) {
      // Two flows have steps without Transitions: that fault is theirs already.
      if (action.Transitions === undefined) continue;
      action.Parameters ??= {};
      const path = change(action, draft);
      if (path !== undefined)
        return { path: path === '' ? `Actions[${index}]` : `Actions[${index}].${path}` };
    }
    return undefined;
  };

const ofType = (type: string, change: (action: DraftAction) => string | undefined): Break =>
  first((action) => (action.Type === type ? change(action) : undefined));

const setting =
  (name: string, value: unknown, given = true) =>
  (action: DraftAction): string | undefined => {
    if (given && typeof action.Parameters[name] !== 'string') return undefined;
    action.Parameters[name] = value;
    return `Parameters.${name}`;
  };

const branchesOf = ({ Type, Parameters }: DraftAction) => blockOf(Type)?.branches(Parameters);

const retyped = (type: string): Break =>
  first((action) => {
    action.Type = type;
    return 'Type';
  });

const input = (stores: 'True' | 'False', change: (action: DraftAction) => string): Break =>
  ofType('GetParticipantInput', (action) =>
    action.Parameters['StoreInput'] === stores && action.Parameters['EnableDTMFBuffer'] === undefined
      ? change(action)
      : undefined,
  );

/** Every publish rule has one. */
export const BREAKS: Readonly<Record<string, Break>> = {
  'publish/unreadable': (draft) => ({ path: '', text: JSON.stringify(draft).slice(0, -1) }),
  'publish/older-export': () => ({ path: 'modules', text: '{"modules":[],"start":"a","version":"1"}' }),
  'publish/odd-text': (draft) => ({ path: '', text: `\uFEFF${JSON.stringify(draft)}` }),
  'publish/too-long': (draft) => ({ path: '', text: `${JSON.stringify(draft)}${' '.repeat(256_000)}` }),
  'publish/version': (draft) => {
    draft.Version = '2018-01-01';
    return { path: 'Version' };
  },
  'publish/start': (draft) => {
    draft.StartAction = 'nowhere at all';
    return { path: 'StartAction' };
  },
  'publish/identifier': first((action) => {
    action.Identifier = `${action.Identifier.slice(0, 40)};`;
    return 'Identifier';
  }),
  'publish/duplicate-identifier': (draft) => {
    const [action] = draft.Actions;
    if (action === undefined) return undefined;
    draft.Actions.push(structuredClone(action));
    return { path: `Actions[${draft.Actions.length - 1}].Identifier` };
  },
  'publish/dangling-target': first(({ Transitions }) => {
    if (Transitions.NextAction === undefined) return undefined;
    Transitions.NextAction = 'nowhere at all';
    return 'Transitions.NextAction';
  }),
  'publish/unknown-type': retyped('PlayPrompt'),
  'publish/ended-service': retyped('CheckVoiceId'),
  'publish/gated-type': retyped('RouteContactToAgent'),
  'publish/type-not-here': (draft) => {
    draft.Actions.push({
      Identifier: 'put into a queue',
      Type: 'TransferContactToQueue',
      Parameters: {},
      Transitions: {},
    });
    return { path: `Actions[${draft.Actions.length - 1}].Type`, type: 'CUSTOMER_HOLD' };
  },
  'publish/type-maybe-not-here': (draft) => {
    draft.Actions.push({
      Identifier: 'wait',
      Type: 'UpdateContactRoutingBehavior',
      Parameters: {},
      Transitions: {},
    });
    return { path: `Actions[${draft.Actions.length - 1}].Type`, type: 'CUSTOMER_WHISPER' };
  },
  'publish/unknown-parameter': first((action) => {
    if (blockOf(action.Type) === undefined) return undefined;
    action.Parameters['Colour'] = 'red';
    return 'Parameters.Colour';
  }),
  'publish/missing-parameter': first((action) => {
    const fields = blockOf(action.Type)?.parameters.fields ?? {};
    const name = Object.keys(action.Parameters).find(
      (each) => each !== 'EventHooks' && fields[each]?.required,
    );
    if (name === undefined) return undefined;
    delete action.Parameters[name];
    return `Parameters.${name}`;
  }),
  'publish/missing-next': first((action) => {
    const next = branchesOf(action)?.next ?? 'none';
    if (next === 'none' || action.Type === 'MessageParticipantIteratively') return undefined;
    delete action.Transitions.NextAction;
    return 'Transitions.NextAction';
  }),
  'publish/missing-error': first((action) => {
    if (branchesOf(action)?.errors.required.length === 0 || branchesOf(action) === undefined)
      return undefined;
    delete action.Transitions.Errors;
    return '';
  }),
  'publish/undeclared-error': first((action, { StartAction }) => {
    const recording = action.Type === 'UpdateContactRecordingBehavior';
    if (recording || branchesOf(action)?.next !== 'required') return undefined;
    action.Transitions.Errors = [
      ...(action.Transitions.Errors ?? []),
      { ErrorType: 'Surprise', NextAction: StartAction },
    ];
    return '';
  }),
  'publish/recording-error': ofType('UpdateContactRecordingBehavior', (action) => {
    action.Transitions.Errors = [{ ErrorType: 'NoMatchingError', NextAction: action.Identifier }];
    return '';
  }),
  'publish/terminal-transitions': first((action) => {
    if (branchesOf(action)?.next !== 'none') return undefined;
    action.Transitions.NextAction = action.Identifier;
    return 'Transitions.NextAction';
  }),
  'publish/no-conditions': first((action) => {
    if (branchesOf(action)?.conditions.kind !== 'none' || branchesOf(action)?.next !== 'required')
      return undefined;
    action.Transitions.Conditions = [
      { Condition: { Operator: 'Equals', Operands: ['1'] }, NextAction: action.Identifier },
    ];
    return 'Transitions.Conditions';
  }),
  'publish/conditions': first(({ Transitions }) => changedCondition(Transitions, 'Operator', 'LooksLike')),
  'publish/condition-groups': ofType('Compare', ({ Transitions }) =>
    changedCondition(Transitions, 'Operator', 'Or'),
  ),
  'publish/empty-operand': first(({ Transitions }) => changedCondition(Transitions, 'Operands', '')),
  'publish/only-one': ofType('MessageParticipant', (action) => {
    Object.assign(action.Parameters, { Text: 'Hello.', SSML: '<speak>Hello.</speak>' });
    return 'Parameters';
  }),
  'publish/one-needed': ofType('MessageParticipant', (action) => {
    action.Parameters = {};
    return 'Parameters';
  }),
  'publish/empty-value': ofType('UpdateContactAttributes', (action) => {
    action.Parameters['Attributes'] = { who: '' };
    return 'Parameters.Attributes';
  }),
  'publish/not-text': ofType('UpdateFlowLoggingBehavior', setting('FlowLoggingBehavior', true)),
  'publish/choice': ofType('UpdateFlowLoggingBehavior', setting('FlowLoggingBehavior', 'On')),
  'publish/limit': ofType('InvokeLambdaFunction', setting('InvocationTimeLimitSeconds', '90')),
  'publish/long-input-wait': input('False', (action) => {
    action.Parameters['InputTimeLimitSeconds'] = '600';
    return 'Parameters.InputTimeLimitSeconds';
  }),
  'publish/reference': ofType('Compare', setting('ComparisonValue', '$.BadValue')),
  'publish/kind': ofType('UpdateContactTargetQueue', setting('QueueId', { Id: 'x' })),
  'publish/id-format': ofType('UpdateContactTargetQueue', setting('QueueId', 'Basic Queue')),
  'publish/static-callback-number': ofType(
    'UpdateContactCallbackNumber',
    setting('CallbackNumber', '+12025550123'),
  ),
  'publish/module-settings': (draft) => {
    delete draft.Settings;
    return { path: 'Settings', type: 'MODULE' };
  },
  'publish/module-result': ofType('EndFlowModuleExecution', setting('Result', 'Done', false)),
  'publish/too-many-actions': (draft) => {
    for (let index = draft.Actions.length; index <= 250; index += 1)
      draft.Actions.push({
        Identifier: `one-more-${index}`,
        Type: 'DisconnectParticipant',
        Parameters: {},
        Transitions: {},
      });
    return { path: 'Actions' };
  },
  'publish/input-form': input('True', (action) => {
    delete action.Parameters['InputValidation'];
    return 'Parameters.InputValidation';
  }),
  'publish/input-without-prompt': input('False', (action) => {
    for (const name of ['Text', 'SSML', 'PromptId', 'Media']) delete action.Parameters[name];
    return 'Parameters';
  }),
  'publish/stored-input-conditions': input('True', (action) => {
    action.Transitions.Conditions = [];
    return 'Transitions.Conditions';
  }),
  'publish/menu-keypad': input('False', (action) => {
    action.Parameters['DTMFConfiguration'] = { InterdigitTimeLimitSeconds: '5' };
    return 'Parameters.DTMFConfiguration';
  }),
  'publish/before-loop-prompts': (draft) => {
    const before = draft.Actions.find(({ Type }) => Type === 'MessageParticipant');
    if (before === undefined) return undefined;
    before.Transitions.NextAction = 'music';
    draft.Actions.push({
      Identifier: 'music',
      Type: 'MessageParticipantIteratively',
      Parameters: { Messages: [{ Text: 'Please wait.' }] },
      Transitions: {},
    });
    return { path: `Actions[${draft.Actions.length - 1}]` };
  },
  'publish/hooks-configuration': ofType(
    'UpdateContactEventHooks',
    setting('EventHooksConfiguration', {}, false),
  ),
  'publish/missing-transitions': first((action) => {
    Reflect.deleteProperty(action, 'Transitions');
    return 'Transitions';
  }),
};

function changedCondition(
  { Conditions = [] }: DraftAction['Transitions'],
  part: 'Operator' | 'Operands',
  value: string,
): string | undefined {
  const [condition] = Conditions;
  if (condition === undefined) return undefined;
  if (part === 'Operator') condition.Condition.Operator = value;
  else condition.Condition.Operands = [value];
  return `Transitions.Conditions${part === 'Operator' ? '' : '[0].Condition.Operands[0]'}`;
}
