/** UpdateContactAttributes: remembers values with the contact. */
import { choice, map, object, optional, required, text } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, failed, goesOn, NEXT } from './forms.ts';
import { recordOf, scalar } from './wire-values.ts';

/** All keys are set or none (adminguide/set-contact-attributes); a key may hold neither `$` nor `.`. */
export const updateContactAttributes = defineBlock({
  type: 'UpdateContactAttributes',
  purpose: 'Sets attributes that stay with the contact, in other flows and on the agent’s screen too.',
  see: 'devguide/contact-actions-updatecontactattributes',
  parameters: object({
    Attributes: required(map(text('text'), { minEntries: 1 })),
    TargetContact: optional(choice(['Current', 'Related'])),
  }),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: false },
  logName: 'SetAttributes',
  run(step) {
    if (step.parameters['TargetContact'] === 'Related') return failed('there is no related contact');
    const values: Record<string, string> = {};
    for (const [template, value] of Object.entries(recordOf(step.parameters['Attributes']))) {
      const name = step.text(template);
      if (name === '' || /[$.]/.test(name))
        return failed(`'${name}' is no name of an attribute; leave out $ and .`);
      const words = scalar(value);
      if (words === undefined) return failed(`attribute '${name}' is not a text`);
      values[name] = step.text(words);
    }
    if (!step.state.setAttributes(values)) return failed('contact attributes would pass 32 KB');
    for (const [Key, Value] of Object.entries(values)) {
      step.log({ Parameters: { Key, Value, AddAttributeToRelatedContact: 'false' } });
    }
    return NEXT;
  },
});
