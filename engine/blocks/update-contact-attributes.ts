/** UpdateContactAttributes: remembers values with the contact. */
import type { Json } from '../language/flow.ts';
import { isPlain } from '../language/jsonpath.ts';
import { choice, map, object, optional, required, text } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, failed, goesOn, NEXT } from './forms.ts';
import type { Attribute } from './step.ts';
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
    const target = parameters['TargetContact'] === 'Related' ? 'Related' : undefined;
    const entries = Object.entries(recordOf(parameters['Attributes'])).map(entryOf);
    const isFixed = entries.every(({ name, value }) => name.isFixed && isPlain(value ?? ''));
    const fixed = isFixed ? attributesOf(entries, (words) => words) : undefined;
    return {
      run(step) {
        const attributes = fixed ?? attributesOf(entries, (template) => step.text(template));
        if (typeof attributes === 'string') return failed(attributes);
        if (target !== undefined && !step.state.hasRelated()) return failed('there is no related contact');
        if (!step.state.setAttributes(attributes, target))
          return failed('contact attributes would pass 32 KB');
        if (step.isLogged) {
          for (const { name: Key, value: Value } of attributes) {
            step.log({ Parameters: { Key, Value, AddAttributeToRelatedContact: `${target === 'Related'}` } });
          }
        }
        return NEXT;
      },
    };
  },
});

/** What the step says about one attribute. */
interface Entry {
  /** `isFixed`: the same for every contact, and one that an attribute can have. */
  readonly name: { readonly template: string; readonly isFixed: boolean };
  /** Undefined where it is no text. */
  readonly value: string | undefined;
}

const entryOf = ([template, value]: readonly [string, Json]): Entry => ({
  name: { template, isFixed: isPlain(template) && isName(template) },
  value: scalar(value),
});

const isName = (name: string): boolean => name !== '' && !/[$.]/.test(name);

/** @returns a sentence where a name or value is none. */
function attributesOf(
  entries: readonly Entry[],
  textOf: (template: string) => string,
): readonly Attribute[] | string {
  const attributes: Attribute[] = [];
  let mayRepeat = false;
  for (const { name: given, value } of entries) {
    const name = given.isFixed ? given.template : textOf(given.template);
    if (!given.isFixed && !isName(name)) return `'${name}' is no name of an attribute; leave out $ and .`;
    if (value === undefined) return `attribute '${name}' is not a text`;
    attributes.push({ name, value: textOf(value) });
    mayRepeat ||= !given.isFixed;
  }
  // Of two references that give the same name, the last says the value.
  return mayRepeat ? [...new Map(attributes.map((one) => [one.name, one])).values()] : attributes;
}
