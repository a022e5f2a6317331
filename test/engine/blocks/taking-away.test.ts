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
