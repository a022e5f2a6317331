/** The actions of a deployed flow, as far as tests change them. */
import * as z from 'zod';

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
export const flowContent = z.looseObject({
  StartAction: z.string(),
  Actions: z.array(z.looseObject(action.shape)),
});
export type Action = z.infer<typeof action>;
