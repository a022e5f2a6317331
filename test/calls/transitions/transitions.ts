/** Every way out of every step of the deployed flows, and which of them calls have taken. */
import * as z from 'zod';
import type { Instance } from '../../../engine/contact/instance.ts';
import type { Moment } from '../../../local/connect/centre.ts';

export interface Transition {
  /** `main-menu / choose` */
  readonly step: string;
  /** As the trace names it: `NextAction`, `Success`, `End`, an error or `Equals 1`. */
  readonly branch: string;
  /** The next step; none where the flow ends or another begins. */
  readonly to?: string;
}

const target = z.string();
const action = z.object({
  Identifier: z.string(),
  Type: z.string(),
  Parameters: z.record(z.string(), z.unknown()),
  Transitions: z.object({
    NextAction: target.optional(),
    Errors: z.array(z.object({ ErrorType: z.string(), NextAction: target })).default([]),
    Conditions: z
      .array(
        z.object({
          Condition: z.object({ Operator: z.string(), Operands: z.array(z.string()) }),
          NextAction: target,
        }),
      )
      .default([]),
  }),
});
export const flowContent = z.looseObject({ Actions: z.array(z.looseObject(action.shape)) });
export type Action = z.infer<typeof action>;

/** NextAction of these only mirrors another branch. */
const ONLY_BRANCHES = [
  'Compare',
  'Loop',
  'CheckHoursOfOperation',
  'CheckMetricData',
  'MessageParticipantIteratively',
];
/** These leave the flow, and so does their success. */
const SUCCEEDS = ['TransferToFlow', 'TransferContactToQueue'];
const ENDS = ['DisconnectParticipant', 'EndFlowExecution', 'EndFlowModuleExecution'];

const isMenu = ({ Type, Parameters }: Action): boolean =>
  Type === 'GetParticipantInput' && Parameters['StoreInput'] === 'False';

export function transitionsOf({ flows }: Instance): Transition[] {
  return flows.flatMap(({ name, content }) =>
    flowContent.parse(JSON.parse(content)).Actions.flatMap((each) => {
      const step = `${name} / ${each.Identifier}`;
      return waysOut(each).map((way): Transition => ({ step, ...way }));
    }),
  );
}

function waysOut(each: Action): Omit<Transition, 'step'>[] {
  const { NextAction, Errors, Conditions } = each.Transitions;
  const always = (): Omit<Transition, 'step'>[] => {
    if (ENDS.includes(each.Type)) return [{ branch: 'End' }];
    if (SUCCEEDS.includes(each.Type)) return [{ branch: 'Success' }];
    if (NextAction === undefined || ONLY_BRANCHES.includes(each.Type) || isMenu(each)) return [];
    return [{ branch: 'NextAction', to: NextAction }];
  };
  return [
    ...always(),
    ...Errors.map(({ ErrorType, NextAction: to }) => ({ branch: ErrorType, to })),
    ...Conditions.map(({ Condition: { Operator, Operands }, NextAction: to }) => ({
      branch: `${Operator} ${Operands.join(' ')}`,
      to,
    })),
  ];
}

export const named = ({ step, branch, to }: Transition): string =>
  to === undefined ? `${step}: ${branch}` : `${step}: ${branch} → ${to}`;

/** The transitions that a call has taken, as `named` names them. A branch by a secret key is known by where it leads. */
export function taken(all: readonly Transition[], moments: readonly Moment[]): string[] {
  return moments.flatMap(({ effect }) => {
    if (effect.kind !== 'step-taken') return [];
    const step = `${effect.flowName} / ${effect.step}`;
    const found = all.filter(
      (each) =>
        each.step === step &&
        (each.branch === effect.branch ||
          (effect.branch.includes('•') &&
            each.to === effect.to &&
            each.branch.split(' ')[0] === effect.branch.split(' ')[0])),
    );
    return found.map(named);
  });
}
