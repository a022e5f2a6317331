/** How flows end that have told a caller something: back to the main menu, on to a person, or goodbye. */
import { goToFlow } from '../engine/authoring/handing-over.ts';
import { say } from '../engine/authoring/speaking.ts';
import { attributes } from './attributes.ts';
import type { Words } from './prompts/words.ts';
import { because } from './reasons.ts';
import { toPerson } from './to-person.ts';

/** To be spread into a flow's steps; they begin at `to-menu`, `because-fault`, `goodbye` and `to-person`. */
export const endings = (words: Words) =>
  ({
    'to-menu': goToFlow({ flow: attributes.flowMainMenu, onError: 'menu-fault' }),
    'menu-fault': say({ prompt: words.backToMenuFault, next: 'because-fault' }),
    'because-fault': because('system-fault', 'to-person'),
    goodbye: say({ prompt: words.goodbye, next: 'hang-up' }),
    ...toPerson(words),
  }) as const;
