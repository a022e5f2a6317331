/** Every branch that an action can have is taken by a test of the engine, from a cause outside the block: the same block with the same parameters is left by another branch, too. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { type Block, isExecutable } from '../../../engine/blocks/block.ts';
import { CATALOGUE } from '../../../engine/blocks/catalogue.ts';
import { formsOf } from './forms-of.ts';

const VOICE_ID = 'Voice ID ended on 2026-05-20';
/** What no contact can bring about here, and why. */
const NEVER: Readonly<Record<string, string>> = {
  'StartVoiceIdStream: NextAction': VOICE_ID,
  ...Object.fromEntries(
    [
      'Authenticated',
      'Enrolled',
      'HighRisk',
      'Inconclusive',
      'LowRisk',
      'NotAuthenticated',
      'NotEnrolled',
      'OptedOut',
    ].map((answer) => [`CheckVoiceId: Equals ${answer}`, VOICE_ID]),
  ),
  'UpdateContactRecordingAndAnalyticsBehavior: InFlightRedactionConfigurationFailed':
    'messages of chats are not redacted, so that setting it up cannot fail',
};
/** Stands for whichever condition the author writes. */
const ANY = 'a condition';

/** The branches of all forms of a type, but for those that are refused when a flow is loaded. */
function branchesOf(block: Block): readonly string[] {
  const forms = formsOf(block.type).filter((form) => block.formNotRunBecause?.(form) === undefined);
  const branches = forms.flatMap((form) => {
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

const WRITTEN = 'what decides stands in the flow, and no reference can be there';
/** Of these the parameters alone decide. */
const BY_PARAMETERS: Readonly<Record<string, string>> = {
  'CheckVoiceId: NoMatchingError': VOICE_ID,
  'StartVoiceIdStream: NoMatchingError': VOICE_ID,
  'UntagContact: NextAction': WRITTEN,
  'UntagContact: NoMatchingError': WRITTEN,
  'UpdateContactRecordingAndAnalyticsBehavior: NoMatchingError': WRITTEN,
};

const census = promisify(execFile)(
  process.execPath,
  ['--import', './test/flow-mutation/hooks.mjs', 'test/engine/blocks/take-census.ts'],
  { env: { ...process.env, CALLWRIGHT_COUNTS: '', NODE_NO_WARNINGS: '1' }, maxBuffer: 2 ** 26 },
);
const counts = z.object({ taken: z.array(z.string()), decidedOutside: z.array(z.string()) });

/** Those that are not among the branches of a census. */
const without = (branches: readonly string[], counted: readonly string[]): string[] =>
  branches.filter((branch) =>
    branch.endsWith(ANY)
      ? !counted.some((each) => each.startsWith(branch.slice(0, -ANY.length)) && /: \w+ .+/.test(each))
      : !counted.includes(branch),
  );

const executable = CATALOGUE.filter(isExecutable).map(branchesOf);

test('every branch of every action that executes is taken, but for those that nothing can bring about', async () => {
  const { stdout, stderr } = await census;
  expect(stderr).toBe('');
  const { taken } = counts.parse(JSON.parse(stdout));
  expect(without(executable.flat(), taken).toSorted()).toEqual(Object.keys(NEVER).toSorted());
});

test('every branch that is taken has its cause outside the block, whose parameters lead elsewhere, too', async () => {
  const { decidedOutside } = counts.parse(JSON.parse((await census).stdout));
  const choices = executable.filter((branches) => branches.length > 1).flat();
  const taken = choices.filter((branch) => !Object.hasOwn(NEVER, branch));
  expect(without(taken, decidedOutside).toSorted()).toEqual(Object.keys(BY_PARAMETERS).toSorted());
});
