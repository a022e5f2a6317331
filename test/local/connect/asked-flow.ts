/** Runs blocks that ask services one after another, on the fixture's resources and some more. */
import { createWorld } from '../../../engine/contact/engine.ts';
import type { Effect } from '../../../engine/contact/events.ts';
import { createVirtualDriver } from '../../../engine/contact/virtual-driver.ts';
import type { Json } from '../../../engine/language/flow.ts';
import { buildInstance } from '../../../local/connect/build-instance.ts';
import { servicePort } from '../../../local/connect/services/service-port.ts';
import { flowContent, type Steps } from '../../engine/contact/centre.ts';
import { BOOTED_AT_MS, bootResources, change, type Mutate } from './booted-resources.ts';

const ERRORS = [
  'NoMatchingError',
  'NoneFoundError',
  'MultipleFoundError',
  'ContactNotLinked',
  'NoneFound',
  'MultipleFound',
];
export type Block = readonly [type: string, parameters: Json];

/** What CloudFormation puts in for an attribute of a resource. */
export const sub = (attribute: string): string => `\${${attribute}}`;

/** Runs the blocks one after another. @returns the branch of each with the reason, and what was noted at the end. */
export async function run(
  mutations: readonly Mutate[],
  blocks: readonly Block[],
  look: Readonly<Record<string, string>> = {},
  said: readonly string[] = [],
) {
  const steps: Record<string, Steps[string]> = {};
  for (const [index, [type, parameters]] of blocks.entries()) {
    const next = index + 1 < blocks.length ? `b${index + 1}` : 'look';
    const errors = Object.fromEntries(errorsOf(type).map((error) => [error, next]));
    steps[`b${index}`] = [type, parameters, { next, errors }];
  }
  steps['look'] = [
    'UpdateContactAttributes',
    { Attributes: { done: 'yes', ...look } },
    { next: 'end', errors: { NoMatchingError: 'end' } },
  ];
  steps['end'] = ['DisconnectParticipant'];
  const content = { 'Fn::Sub': flowContent(steps) };
  const { state } = await bootResources(...mutations, change('Main', { Content: content }));
  const world = createWorld({ instance: buildInstance(state), seed: 1, nowMs: BOOTED_AT_MS });
  const effects: Effect[] = [];
  const driver = createVirtualDriver(world, {
    invoke: () => Promise.reject(new Error('no function is asked')),
    ask: servicePort(state),
    observe: (effect) => void effects.push(effect),
  });
  driver.send({
    kind: 'dial',
    to: '+12025550100',
    from: '+12025550147',
    playback: 'estimated',
    flowId: state.flows.list()[0]?.id ?? '',
  });
  const [contact] = [...world.contacts.values()];
  for (const text of said) {
    await driver.advanceBy(2_500);
    driver.send({ kind: 'says', contactId: contact?.id ?? '', text });
  }
  await driver.advanceBy(700_000);
  const taken = effects.flatMap((effect) =>
    effect.kind === 'step-taken' && effect.step.startsWith('b') ? [effect.because ?? effect.branch] : [],
  );
  const { done: _, ...noted } = Object.fromEntries(contact?.attributes ?? []);
  return { taken, noted, state };
}
const errorsOf = (type: string): readonly string[] =>
  type.startsWith('GetCase')
    ? ['NoMatchingError', 'NoneFound', 'MultipleFound']
    : type.startsWith('Get')
      ? ERRORS.slice(0, type === 'GetCustomerProfile' ? 3 : 2)
      : type === 'ShowView'
        ? ['NoMatchingError', 'NoMatchingCondition', 'TimeLimitExceeded']
        : type === 'ConnectParticipantWithLexBot'
          ? ['NoMatchingError', 'NoMatchingCondition']
          : ['NoMatchingError'];
