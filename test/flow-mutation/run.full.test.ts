/** What `npm run mutate-flows` says of a break, shown on breaks of which everybody knows what is to be said. */
import { expect, test } from '@jest/globals';
import { WORLDS } from '../calls/transitions/worlds.ts';
import type { FlowMutant } from './operators.ts';
import { judge } from './run.ts';

const breaks = (step: string, apply: FlowMutant['apply']): FlowMutant => ({
  name: `main-menu / ${step}: broken`,
  flow: 'main-menu',
  operator: 'drop-words',
  step,
  branches: undefined,
  apply,
});
const stepNobodyTakes: FlowMutant['apply'] = ({ actions }) => {
  const Transitions = { Errors: [], Conditions: [] };
  actions.push({ Identifier: 'spare', Type: 'DisconnectParticipant', Parameters: {}, Transitions });
};
const hangsUp: FlowMutant['apply'] = (flow) => {
  stepNobodyTakes(flow);
  flow.start = 'spare';
};
const aFewCalls = WORLDS.filter(({ name }) => name === 'several languages');

const fates = async (mutants: readonly FlowMutant[]) =>
  (await judge(mutants, aFewCalls, () => undefined)).map(({ mutant, fate }) => [mutant.step, fate]);

test('callers notice what is other for them, do not notice what is not, and come by no place that is not there', async () => {
  expect(
    await fates([
      breaks('choose-or-language', hangsUp),
      breaks('languages', stepNobodyTakes),
      breaks('nowhere', stepNobodyTakes),
    ]),
  ).toEqual([
    ['choose-or-language', 'noticed'],
    ['languages', 'unnoticed'],
    ['nowhere', 'unreached'],
  ]);
});

test('a break that is none is refused, so that it cannot count for one that nobody notices', async () => {
  await expect(fates([breaks('languages', () => undefined)])).rejects.toThrow('changes nothing');
});
