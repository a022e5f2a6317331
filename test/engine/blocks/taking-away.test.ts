/** Blocks that take something off a contact, or ask a service that has ended. */
import { expect, test } from '@jest/globals';
import { say } from '../contact/centre.ts';
import { walk } from './walk.ts';

test('tags are taken off, the others stay, and one that was never there is no fault', async () => {
  const { centre, branch } = await walk({
    before: [['TagContact', { Tags: { team: 'orders', tier: 'gold' } }]],
    type: 'UntagContact',
    parameters: { TagKeys: ['team', 'never'] },
    errors: ['NoMatchingError'],
    after: { speak: say('$.Tags.team|$.Tags.tier', 'end') },
  });
  expect(branch).toBe('NextAction');
  expect(centre.heard()).toEqual(['|gold']);
});

test('a tag of the service itself is not taken off, nor are those beside it', async () => {
  const { centre, because } = await walk({
    before: [['TagContact', { Tags: { team: 'orders' } }]],
    type: 'UntagContact',
    parameters: { TagKeys: ['team', 'aws:connect:instanceId'] },
    errors: ['NoMatchingError'],
    centre: { flows: {} },
  });
  expect(because).toBe("the tag 'aws:connect:instanceId' is the service's own and cannot be taken off");
  expect(centre.of('tags-changed')).toHaveLength(1);
});

test('a module whose result has no branch is left by the branch for that, or goes on where there is none', async () => {
  const verify = { 'verify:MODULE': { done: ['EndFlowModuleExecution', { Result: 'Unknown' }] } } as const;
  const module = { type: 'InvokeFlowModule', parameters: { FlowModuleId: 'verify' }, when: ['Verified'] };
  const branch = async (errors: readonly string[]) =>
    (await walk({ ...module, errors, centre: { flows: verify } })).branch;
  expect(await branch(['NoMatchingError', 'NoMatchingCondition'])).toBe('NoMatchingCondition');
  expect(await branch(['NoMatchingError'])).toBe('NextAction');
});

test.each([
  ['StartVoiceIdStream', {}],
  ['CheckVoiceId', { CheckVoiceIdOption: 'enrollmentStatus' }],
])('%s takes its error branch, for Voice ID has ended', async (type, parameters) => {
  const { branch, because } = await walk({
    type,
    parameters,
    errors: ['NoMatchingError'],
    when: ['Enrolled'],
  });
  expect(branch).toBe('NoMatchingError');
  expect(because).toContain('ended');
});
