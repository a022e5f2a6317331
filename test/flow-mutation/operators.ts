/** Ways in which somebody could break a flow: what callers would notice, our call tests must notice too. */
import type { Action } from '../calls/transitions/flow-content.ts';

/** A flow as its actions; a mutant changes them in place. */
export interface MutableFlow {
  start: string;
  readonly actions: Action[];
}

/** One change at one place. */
export interface FlowMutant {
  /** `main-menu / choose: swap Equals 1 and Equals 2` */
  readonly name: string;
  readonly flow: string;
  readonly operator: Operator;
  /** Only calls that leave this step by one of these branches can notice; all of its branches where undefined. */
  readonly step: string;
  readonly branches: readonly string[] | undefined;
  readonly apply: (flow: MutableFlow) => void;
}

export const OPERATORS = [
  'cut-error',
  'swap-choices',
  'drop-words',
  'raise-time-out',
  'other-queue',
] as const;
export type Operator = (typeof OPERATORS)[number];

type Change = Omit<FlowMutant, 'flow' | 'operator' | 'name' | 'step'> & { readonly what: string };

export interface Surroundings {
  /** A queue that is not the present one, by its reference. */
  readonly otherQueue: (present: unknown) => unknown;
  /**
   * The type of action with which a contact or flow just ends. A branch that is cut leads there: a flow without the
   * branch would either not be published or go on at its next action, which mostly is where the branch leads.
   */
  readonly ending: string;
}

type Place = Surroundings & { readonly isEnding: (step: string) => boolean };

/** The step in which a branch ends that was cut. */
const CUT = 'cut';

/** Every operator on every place of the flow that it fits. */
export function mutantsOf(
  flow: string,
  { actions }: Pick<MutableFlow, 'actions'>,
  surroundings: Surroundings,
): readonly FlowMutant[] {
  const place: Place = {
    ...surroundings,
    isEnding: (step) =>
      actions.some(({ Identifier, Type }) => Identifier === step && Type === surroundings.ending),
  };
  return actions.flatMap((action) =>
    OPERATORS.flatMap((operator) =>
      CHANGES[operator](action, place).map(({ what, ...change }) => ({
        name: `${flow} / ${action.Identifier}: ${what}`,
        flow,
        operator,
        step: action.Identifier,
        ...change,
      })),
    ),
  );
}

const CHANGES: Readonly<Record<Operator, (action: Action, place: Place) => readonly Change[]>> = {
  'cut-error': ({ Identifier, Transitions: { Errors } }, { ending, isEnding }) =>
    Errors.filter(({ NextAction }) => !isEnding(NextAction)).map(({ ErrorType }) => ({
      what: `cut ${ErrorType}`,
      branches: [ErrorType],
      apply: (flow) => {
        const error = actionOf(flow, Identifier).Transitions.Errors.find(
          (each) => each.ErrorType === ErrorType,
        );
        if (error === undefined) throw new Error(`'${Identifier}' has lost its branch ${ErrorType}`);
        error.NextAction = CUT;
        flow.actions.push({
          Identifier: CUT,
          Type: ending,
          Parameters: {},
          Transitions: { Errors: [], Conditions: [] },
        });
      },
    })),

  'swap-choices': ({ Identifier, Transitions: { Conditions } }) =>
    Conditions.flatMap((one, index) => {
      const other = Conditions[index + 1];
      if (other === undefined || other.NextAction === one.NextAction) return [];
      const labels = [one, other].map(
        ({ Condition }) => `${Condition.Operator} ${Condition.Operands.join(' ')}`,
      );
      return [
        {
          what: `swap ${labels.join(' and ')}`,
          branches: labels,
          apply: (flow) => {
            const conditions = actionOf(flow, Identifier).Transitions.Conditions;
            const [first, second] = [conditions[index], conditions[index + 1]];
            if (first === undefined || second === undefined)
              throw new Error(`'${Identifier}' has lost its choices`);
            [first.NextAction, second.NextAction] = [second.NextAction, first.NextAction];
          },
        },
      ];
    }),

  'drop-words': ({ Identifier, Type, Transitions: { NextAction } }) =>
    Type !== 'MessageParticipant' || NextAction === undefined
      ? []
      : [
          {
            what: 'drop the words',
            branches: undefined,
            apply: (flow) => bypass(flow, Identifier, NextAction),
          },
        ],

  'raise-time-out': ({ Identifier, Parameters }) =>
    Object.entries(TIME_LIMITS).flatMap(([name, most]) => {
      const present = Number(Parameters[name]);
      if (Parameters[name] === undefined || !(present < most)) return [];
      return [
        {
          what: `raise ${name} from ${present} to ${most}`,
          branches: undefined,
          apply: (flow) => {
            actionOf(flow, Identifier).Parameters[name] = String(most);
          },
        },
      ];
    }),

  'other-queue': ({ Identifier, Type, Parameters }, { otherQueue }) =>
    Type !== 'UpdateContactTargetQueue' || Parameters['QueueId'] === undefined
      ? []
      : [
          {
            what: 'set another queue',
            branches: ['NextAction'],
            apply: (flow) => {
              const { Parameters: own } = actionOf(flow, Identifier);
              own['QueueId'] = otherQueue(own['QueueId']);
            },
          },
        ],
};

/** The longest that the service takes. */
const TIME_LIMITS: Readonly<Record<string, number>> = {
  InputTimeLimitSeconds: 180,
  InvocationTimeLimitSeconds: 8,
};

function actionOf({ actions }: MutableFlow, identifier: string): Action {
  const action = actions.find((each) => each.Identifier === identifier);
  if (action === undefined) throw new Error(`there is no step '${identifier}' any more`);
  return action;
}

/** Whatever leads to the step leads to the one after it. */
function bypass(flow: MutableFlow, step: string, next: string): void {
  const past = (target: string): string => (target === step ? next : target);
  flow.start = past(flow.start);
  for (const { Transitions } of flow.actions) {
    if (Transitions.NextAction !== undefined) Transitions.NextAction = past(Transitions.NextAction);
    for (const way of [...Transitions.Errors, ...Transitions.Conditions])
      way.NextAction = past(way.NextAction);
  }
}
