/** UpdateContactAttributes: remembers values with the contact. */
import type { Json } from '../language/flow.ts';
import { isPlain } from '../language/jsonpath.ts';
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
  prepare(parameters) {
    if (parameters['TargetContact'] === 'Related')
      return { run: () => failed('there is no related contact') };
    const entries = Object.entries(recordOf(parameters['Attributes']));
    const isFixed = entries.every(([name, value]) => isPlain(name) && isPlain(scalar(value) ?? ''));
    const fixed = isFixed ? valuesOf(entries, (words) => words) : undefined;
    return {
      run(step) {
        const values = fixed ?? valuesOf(entries, (template) => step.text(template));
        if (typeof values === 'string') return failed(values);
        if (!step.state.setAttributes(values)) return failed('contact attributes would pass 32 KB');
        if (step.isLogged) {
          for (const [Key, Value] of Object.entries(values)) {
            step.log({ Parameters: { Key, Value, AddAttributeToRelatedContact: 'false' } });
          }
        }
        return NEXT;
      },
    };
  },
});

/** @returns a sentence where a name or value is none. */
function valuesOf(
  entries: readonly (readonly [string, Json])[],
  textOf: (template: string) => string,
): Readonly<Record<string, string>> | string {
  const values: Record<string, string> = {};
  for (const [template, value] of entries) {
    const name = textOf(template);
    if (name === '' || /[$.]/.test(name)) return `'${name}' is no name of an attribute; leave out $ and .`;
    const words = scalar(value);
    if (words === undefined) return `attribute '${name}' is not a text`;
    values[name] = textOf(words);
  }
  return values;
}
