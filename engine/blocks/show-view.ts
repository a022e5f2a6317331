/** ShowView: shows a guide to an agent or a chat customer and branches on what was pressed. */
import { choice, json, list, number, object, optional, required, text } from '../language/parameters.ts';
import { VIEW_BYTES_MAX, VIEW_SECONDS_MAX } from '../limits.ts';
import { asks, keepAs } from './asking.ts';
import { defineBlock } from './block.ts';
import { branchesBy } from './forms.ts';
import { utf8Bytes } from './utf8-bytes.ts';
import { recordOf, scalar, wholeNumber } from './wire-values.ts';

/** ViewData keeps real booleans and numbers. Its answer is in `$.Views.Action` and `$.Views.ViewResultData`. */
export const showView = defineBlock({
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
  prepare(parameters) {
    const { Id, Version } = recordOf(parameters['ViewResource']);
    const seconds = wholeNumber(scalar(parameters['InvocationTimeLimitSeconds']), 1, VIEW_SECONDS_MAX);
    const data = parameters['ViewData'] ?? {};
    return asks({
      service: 'views',
      operation: 'ShowView',
      clears: ['Views'],
      input(step) {
        if (seconds === undefined) return 'InvocationTimeLimitSeconds is no number of seconds';
        const viewId = step.value(scalar(Id) ?? '') ?? '';
        if (viewId === '') return 'the id of the view is empty';
        const shown = step.json(data);
        if (utf8Bytes(JSON.stringify(shown)) > VIEW_BYTES_MAX) {
          return `the inputs of the view have more than ${VIEW_BYTES_MAX} bytes`;
        }
        const version = scalar(Version);
        return { viewId, data: shown, ...(version === undefined ? {} : { version }) };
      },
      limitMs: (seconds ?? 1) * 1000,
      errors: { 'time-is-up': 'TimeLimitExceeded' },
      keep: keepAs('Views'),
      branches: true,
    });
  },
});
