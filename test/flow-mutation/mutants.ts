/** The mutants of the flows that deploy, and how one of them is put into a centre that runs. */
import { catalogue } from '../../contact-flows/catalogue.ts';
import { blockOf } from '../../engine/blocks/catalogue.ts';
import type { Flow } from '../../engine/contact/instance.ts';
import { flowContent } from '../calls/transitions/flow-content.ts';
import type { ContactCentre } from '../kit/centre.ts';
import { type FlowMutant, type MutableFlow, mutantsOf } from './operators.ts';

/** The mutant is none: with it nothing would be proved. */
export class NotMutated extends Error {
  override readonly name = 'NotMutated';
}

type Document = ReturnType<typeof flowContent.parse>;

/** Not every flow may hang up. */
const ENDINGS = ['DisconnectParticipant', 'EndFlowExecution'];
const QUEUE = /\$\{queue\.([\w-]+)\}/g;

/** All mutants of all flows, each by a name of its own. */
export function flowMutants(): readonly FlowMutant[] {
  const flows = catalogue().map(({ name, type, content }) => {
    const { Actions: actions } = flowContent.parse(JSON.parse(content));
    return { name, actions, ending: ENDINGS.find((each) => blockOf(each)?.flowTypes.includes(type)) ?? '' };
  });
  const queues = flows.flatMap(({ actions }) =>
    actions.flatMap(({ Type, Parameters: { QueueId } }) =>
      Type === 'UpdateContactTargetQueue' && /^\$\{/.test(String(QueueId)) ? [QueueId] : [],
    ),
  );
  const otherQueue = (present: unknown): unknown => {
    const other = queues.find((queue) => queue !== present);
    if (other === undefined) throw new Error('the flows name one queue only: none is another one');
    return other;
  };
  return flows.flatMap(({ name, actions, ending }) => mutantsOf(name, { actions }, { otherQueue, ending }));
}

/** The text of a flow with the mutant in it. @throws where the flow does not have the mutant's place */
export function mutated(content: string, mutant: Pick<FlowMutant, 'name' | 'apply'>): string {
  const document: Document = flowContent.parse(JSON.parse(content));
  const before = JSON.stringify(document);
  const flow: MutableFlow = {
    actions: document.Actions,
    get start() {
      return document.StartAction;
    },
    set start(step) {
      document.StartAction = step;
    },
  };
  mutant.apply(flow);
  const after = JSON.stringify(document);
  if (after === before) throw new NotMutated(`'${mutant.name}' changes nothing`);
  return after;
}

/** From now on callers meet the mutant, until the centre goes back to a mark. @throws where it changes nothing */
export function publishMutant(centre: ContactCentre, mutant: FlowMutant): void {
  publish(centre, mutant.flow, (content) => mutated(content, mutant));
}

/** The same with nothing broken: nobody may notice. */
export function publishUnbroken(centre: ContactCentre, flow: string): void {
  publish(centre, flow, (content) => JSON.stringify(flowContent.parse(JSON.parse(content))));
}

function publish({ cloud }: ContactCentre, name: string, change: (content: string) => string): void {
  const { flows, queues } = cloud.centre.instance;
  const flow = flows.find((each) => each.name === name);
  if (flow === undefined) throw new NotMutated(`the centre has no flow '${name}'`);
  const content = change(flow.content).replaceAll(
    QUEUE,
    (reference, queue: string) => queues.find((each) => each.name === queue)?.arn ?? reference,
  );
  const { document: _old, ...rest }: Flow = flow;
  cloud.publish({ ...rest, content });
}
