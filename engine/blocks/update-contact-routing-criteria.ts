/** UpdateContactRoutingCriteria: says which agents the contact waits for, step by step. */
import { choice, json, list, number, object, optional, required, text } from '../language/parameters.ts';
import { PROFICIENCY_CHARACTERS_MAX } from '../limits.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, failed, goesOn, LEADING_FLOWS, NEXT, SILENT } from './forms.ts';
import { BadCriteria, routingSteps } from './routing-expression.ts';

/** The form that prefers single agents is in exports and on no page. */
const ATTRIBUTE = object({
  Name: optional(text('text', { maxLength: PROFICIENCY_CHARACTERS_MAX })),
  Value: optional(text('text', { maxLength: PROFICIENCY_CHARACTERS_MAX })),
  ProficiencyLevel: optional(text('static')),
  ComparisonOperator: optional(choice(['NumberGreaterOrEqualTo', 'Match', 'Range'])),
  MatchCriteria: optional(json()),
  Range: optional(json()),
});
const EXPRESSION = object(
  {
    AttributeCondition: optional(ATTRIBUTE),
    AndExpression: optional(
      list(
        object({ AttributeCondition: optional(ATTRIBUTE), NotAttributeCondition: optional(ATTRIBUTE) }, [
          { names: ['AttributeCondition', 'NotAttributeCondition'], rule: 'exactly-one' },
        ]),
      ),
    ),
    OrExpression: optional(list(json())),
    NotAttributeCondition: optional(ATTRIBUTE),
  },
  [
    {
      names: ['AttributeCondition', 'AndExpression', 'OrExpression', 'NotAttributeCondition'],
      rule: 'exactly-one',
    },
  ],
);

/** Its page calls the type UpdateRoutingCriteria, which the service refuses. */
export const updateContactRoutingCriteria = defineBlock({
  type: 'UpdateContactRoutingCriteria',
  purpose: 'Says which agents may take the contact, and after how long others may.',
  see: 'devguide/flow-control-actions-updateroutingcriteria',
  parameters: object({
    RoutingCriteria: required(
      object({
        Steps: required(
          list(
            object({
              Expression: required(EXPRESSION),
              Expiry: optional(object({ DurationInSeconds: required(number('static', { min: 1 })) })),
            }),
            { minItems: 1 },
          ),
        ),
      }),
    ),
  }),
  branches: () => goesOn(),
  flowTypes: LEADING_FLOWS,
  channels: EVERY_CHANNEL,
  facts: SILENT,
  logName: 'SetRoutingCriteria',
  run(step) {
    try {
      step.state.setRoutingCriteria(routingSteps(step.json(step.parameters['RoutingCriteria'] ?? null)));
      return NEXT;
    } catch (error) {
      if (!(error instanceof BadCriteria)) throw error;
      return failed(error.message);
    }
  },
});
