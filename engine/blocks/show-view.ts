/** ShowView: shows a guide to an agent or a chat customer and branches on what was pressed. */
import { choice, json, list, number, object, optional, required, text } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { branchesBy } from './forms.ts';

/** ViewData keeps real booleans and numbers. Its answer is in `$.Views.Action` and `$.Views.ViewResultData`. */
export const showView = declareBlock({
  type: 'ShowView',
  purpose: 'Shows a view, and goes on by the action that the reader chose in it.',
  see: 'devguide/participant-actions-showview',
  parameters: object({
    ViewResource: required(object({ Id: required(text('reference')), Version: optional(text('static')) })),
    InvocationTimeLimitSeconds: required(number('static', { min: 1 })),
    ViewData: optional(json()),
    SensitiveDataConfiguration: optional(
      object({ HideResponseOn: required(list(choice(['TRANSCRIPT']), { minItems: 1 })) }),
    ),
  }),
  branches: () =>
    branchesBy({ kind: 'any', operators: ['Equals'] }, [
      'NoMatchingError',
      'NoMatchingCondition',
      'TimeLimitExceeded',
    ]),
  flowTypes: ['CONTACT_FLOW', 'CUSTOMER_QUEUE', 'MODULE'],
  channels: ['CHAT'],
  facts: { speaks: true, listens: true, terminal: false },
  logName: 'ShowView',
  notRunBecause: 'nobody reads views',
});
