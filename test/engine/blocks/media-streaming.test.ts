/** Live media streaming in an instance that has none. */
import { expect, test } from '@jest/globals';
import { Centre, hangUp, type Steps, say } from '../contact/centre.ts';

const streaming = (MediaStreamingState: string): Steps => ({
  stream: [
    'UpdateContactMediaStreamingBehavior',
    {
      MediaStreamingState,
      MediaStreamType: 'Audio',
      Participants: [{ ParticipantType: 'Customer', MediaDirections: ['To', 'From'] }],
    },
    { next: 'fine', errors: { NoMatchingError: 'none' } },
  ],
  fine: say('Fine.', 'end'),
  none: say('Nothing is streamed.', 'end'),
  end: hangUp,
});

test.each([
  ['Enabled', 'Nothing is streamed.'],
  ['Disabled', 'Fine.'],
])('streaming that is to be %s takes its branch', (state, words) => {
  const centre = new Centre({ flows: { main: streaming(state) } });
  centre.dial();
  expect(centre.heard()).toEqual([words]);
});
