/** LoadContactContent: reads the text of an e-mail. */
import { choice, object, required } from '../language/parameters.ts';
import { EMAIL_TEXT_BYTES_MAX } from '../limits.ts';
import { asks } from './asking.ts';
import { defineBlock } from './block.ts';
import { EVERY_FLOW, goesOn, SILENT } from './forms.ts';
import { utf8Bytes } from './utf8-bytes.ts';
import { scalar } from './wire-values.ts';

export const loadContactContent = defineBlock({
  type: 'LoadContactContent',
  purpose: 'Reads the text of an e-mail into `$.Email`.',
  see: 'adminguide/get-stored-content',
  parameters: object({
    ContentType: required(choice(['EmailMessage'])),
  }),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: ['EMAIL'],
  facts: SILENT,
  logName: 'LoadContactContent',
  prepare: () =>
    asks({
      service: 'email',
      operation: 'LoadContactContent',
      input: (step) => ({ contactId: step.value('$.ContactId') ?? '' }),
      keep(step, values) {
        const text = scalar(values['Plaintext']) ?? '';
        if (utf8Bytes(text) > EMAIL_TEXT_BYTES_MAX) {
          return `the text of the e-mail has more than ${EMAIL_TEXT_BYTES_MAX} bytes`;
        }
        step.state.setAnswer('Email', { EmailMessage: { Plaintext: text } });
        return undefined;
      },
    }),
});
