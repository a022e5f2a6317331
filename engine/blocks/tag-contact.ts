/** TagContact: tags for billing and reports. */

import { map, object, required, text } from '../language/parameters.ts';
import { TAGS_MAX } from '../limits.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, failed, goesOn, NEXT } from './forms.ts';
import { recordOf, scalar } from './wire-values.ts';

export const tagContact = defineBlock({
  type: 'TagContact',
  purpose: 'Puts tags on the contact, for cost allocation and reports.',
  see: 'devguide/contact-actions-tagcontact',
  parameters: object({ Tags: required(map(text('text'), { minEntries: 1, maxEntries: TAGS_MAX })) }),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: false },
  logName: 'TagContact',
  run(step) {
    const tags: Record<string, string> = {};
    for (const [template, value] of Object.entries(recordOf(step.parameters['Tags']))) {
      const key = step.text(template);
      if (key === '' || key.startsWith('aws:'))
        return failed(`'${key}' is no key of a tag; 'aws:' is reserved`);
      tags[key] = step.text(scalar(value) ?? '');
    }
    return step.state.setTags(tags) ? NEXT : failed(`a contact has at most ${TAGS_MAX} tags`);
  },
});
