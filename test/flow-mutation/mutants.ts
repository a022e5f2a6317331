/** The mutants of the flows that deploy, and how one of them is put into the template before a centre boots. */
import { catalogue } from '../../contact-flows/catalogue.ts';
import type { Template } from '../../local/assembly/template.ts';
import { FlowText } from '../calls/transitions/flow-text.ts';
import { type FlowMutant, mutantsOf } from './operators.ts';

/** All mutants of all flows, each by a name of its own. */
export const flowMutants = (template: Template): readonly FlowMutant[] => mutantsIn(textsOf(template));

/** @throws when no mutant has the name: a run without its mutant would prove nothing */
export function applyFlowMutant(template: Template, name: string): void {
  const texts = textsOf(template);
  const mutant = mutantsIn(texts).find((each) => each.name === name);
  const text = texts.find(({ flow }) => flow === mutant?.flow);
  if (mutant === undefined || text === undefined) throw new Error(`no mutant is called '${name}'`);
  mutant.apply(text);
  text.write();
}

const textsOf = (template: Template): readonly FlowText[] =>
  catalogue().map(({ name, type }) => new FlowText(template, name, type === 'MODULE'));

function mutantsIn(texts: readonly FlowText[]): readonly FlowMutant[] {
  const queues = texts.flatMap(({ actions }) =>
    actions.flatMap(({ Type, Parameters: { QueueId } }) =>
      Type === 'UpdateContactTargetQueue' ? [QueueId] : [],
    ),
  );
  const otherQueue = (present: unknown): unknown => {
    const other = queues.find((queue) => queue !== present);
    if (other === undefined) throw new Error('the flows name one queue only: none is another one');
    return other;
  };
  return texts.flatMap((text) => mutantsOf(text.flow, text, { otherQueue }));
}
