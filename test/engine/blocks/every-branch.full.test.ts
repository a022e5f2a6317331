/** Every branch that an action can have is taken by a test of the engine, from a cause outside the block. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { type Block, isExecutable } from '../../../engine/blocks/block.ts';
import { CATALOGUE } from '../../../engine/blocks/catalogue.ts';
import { formsOf } from './forms-of.ts';

/** What no contact can bring about here, and why. */
const NEVER: Readonly<Record<string, string>> = {
  'StartVoiceIdStream: NextAction': 'Voice ID ended on 2026-05-20',
  'UpdateContactRecordingAndAnalyticsBehavior: InFlightRedactionConfigurationFailed':
    'messages of chats are not redacted, so that setting it up cannot fail',
  'Wait: Equals BotParticipantDisconnected':
    'no participants of others join chats: ParticipantNotFound is taken',
};
/** Stands for whichever condition the author writes. */
const ANY = 'a condition';

/** The branches of all forms of a type. */
function branchesOf(block: Block): readonly string[] {
  const branches = formsOf(block.type).flatMap((form) => {
    const { next, errors, conditions } = block.branches(form);
    const isNext = next === 'required' && !block.facts.terminal && conditions.kind !== 'exactly';
    const met =
      conditions.kind === 'exactly' || conditions.kind === 'among'
        ? conditions.operands.map((operand) => `Equals ${operand}`)
        : conditions.kind === 'none'
          ? []
          : [ANY];
    return [...errors.required, ...errors.optional, ...met, ...(isNext ? ['NextAction'] : [])];
  });
  return [...new Set(branches)].map((branch) => `${block.type}: ${branch}`);
}

test('every branch of every action that executes is taken, but for those that nothing can bring about', async () => {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--import', './test/flow-mutation/hooks.mjs', 'test/engine/blocks/take-census.ts'],
    { env: { ...process.env, CALLWRIGHT_COUNTS: '', NODE_NO_WARNINGS: '1' }, maxBuffer: 2 ** 26 },
  );
  expect(stderr).toBe('');
  const taken = Object.keys(JSON.parse(stdout));
  const isTaken = (branch: string): boolean =>
    branch.endsWith(ANY)
      ? taken.some((each) => each.startsWith(branch.slice(0, -ANY.length)) && /: \w+ .+/.test(each))
      : taken.includes(branch);
  const left = CATALOGUE.filter(isExecutable)
    .flatMap(branchesOf)
    .filter((branch) => !isTaken(branch));
  expect(left.toSorted()).toEqual(Object.keys(NEVER).toSorted());
});
