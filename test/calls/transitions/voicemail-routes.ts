/** Calls that between them take every way through a voice message. */
import { answers, throttled } from '../../kit/faults.ts';
import { stranger, withheld } from '../../kit/people.ts';
import type { Route } from './routes.ts';

/** Nobody is signed in. */
const speaks = (...keys: Route['answers']): Route => ({ person: withheld, answers: ['0', '2', ...keys] });
/** The first mark works, and the one after it does not. */
const failingAt = (at: number, ...keys: readonly string[]): readonly Route[] =>
  [throttled, () => answers('empty-result')].map((planned) => {
    const before = keys.slice(0, at);
    const key = keys[at] ?? '';
    return {
      ...speaks(...before, {
        keys: key,
        first: async (centre) => void centre.fault('mark-voicemail', planned()),
      }),
    };
  });

/** @param withoutTone attributes with which the tone cannot be played */
export const voicemailRoutes = (withoutTone: Readonly<Record<string, string>>): readonly Route[] => [
  speaks('5', '1'),
  speaks('', '5', ''),
  speaks('', '', '9', '9', '9'),
  speaks('5', '2', '5', '2', '5', '2'),
  speaks('5', '3'),
  { ...speaks('5', '3'), attributes: { flowMainMenu: 'nowhere' } },
  { ...speaks(), fault: { name: 'mark-voicemail', planned: throttled } },
  // Nor can it be taken back.
  { ...speaks(), fault: { name: 'mark-voicemail', planned: () => throttled(8) } },
  {
    ...speaks(),
    fault: { name: 'mark-voicemail', planned: throttled },
    secondFault: { name: 'mark-voicemail', planned: () => answers('empty-result') },
  },
  { ...speaks(), fault: { name: 'mark-voicemail', planned: () => answers('empty-result') } },
  ...failingAt(0, '5'),
  ...failingAt(1, '5', '1'),
  ...failingAt(1, '5', '3'),
  { ...speaks('5', ''), attributes: withoutTone },
  { ...speaks('', '5', ''), attributes: withoutTone },
  // A full queue.
  { person: stranger, answers: ['0', '', '4', '5', ''], full: true },
];

/** In a closed centre. */
export const closedVoicemailRoutes: readonly Route[] = [{ person: stranger, answers: ['0', '2', '5', ''] }];
