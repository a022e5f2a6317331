/** What a route is called where its call is told of: who calls, and what makes the call another than the others. */
import type { ContactCentre } from '../../kit/centre.ts';
import { answers as answersOf } from '../../kit/faults.ts';
import { greta, imani, noor, stranger, tomas } from '../../kit/people.ts';
import type { Route, RouteFault } from './routes.ts';
import type { Switch } from './switches.ts';

const PEOPLE = new Map([
  [imani.from, 'Imani'],
  [tomas.from, 'Tomas'],
  [noor.from, 'Noor'],
  [greta.from, 'Greta'],
  [stranger.from, 'a stranger'],
]);

/** @param world whose switches' attributes are called by what they break, and whose queues by their names */
export function routeName(
  route: Route,
  { switches, centre }: { readonly switches: ReadonlyMap<string, Switch>; readonly centre: ContactCentre },
): string {
  const { queues } = centre.cloud.centre.instance;
  const nameOf = (value: string): string => queues.find(({ arn }) => arn === value)?.name ?? value;
  const { person, answers, attributes = {}, before, fault, secondFault } = route;
  const steps = new Map([...switches].map(([step, { attribute }]) => [attribute, step]));
  const who =
    person.from === undefined ? 'somebody without a number' : (PEOPLE.get(person.from) ?? person.from);
  const keys = answers.map((answer) =>
    typeof answer === 'string'
      ? answer || 'silence'
      : typeof answer === 'function'
        ? '…'
        : `… ${answer.keys || 'silence'}`,
  );
  const given = Object.entries(attributes).map(([name, value]) =>
    steps.has(name) ? `${steps.get(name)} with ${nameOf(value).slice(0, 20)}` : `${name} ${nameOf(value)}`,
  );
  const flags = (['agent', 'hold', 'busy', 'full'] as const).filter((flag) => route[flag] === true);
  return [
    `${who}: ${keys.join(' ') || 'nothing'}`,
    ...given,
    ...flags,
    ...(route.fullOfEscalations === undefined ? [] : ['escalations full']),
    ...(route.transfer === undefined ? [] : [`transfer to ${route.transfer}`]),
    ...(route.paceMs === undefined ? [] : [`a pace of ${route.paceMs} ms`]),
    ...(before === undefined ? [] : ['after something']),
    ...[fault, secondFault].flatMap((each) => (each === undefined ? [] : [faultName(each)])),
  ].join(', ');
}

function faultName({ name, planned }: RouteFault): string {
  const { fault, times } = planned();
  return `${name} ${fault.kind}${times === answersOf('empty-result').times ? '' : ` ${times} times`}`;
}
