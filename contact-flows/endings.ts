/** How flows end that have told a caller something: back to the main menu, on to a person, or goodbye. */
import { goToFlow } from '../engine/authoring/handing-over.ts';
import { say } from '../engine/authoring/speaking.ts';
import { attributes } from './attributes.ts';
import { prompts } from './prompts/en.ts';
import { because } from './reasons.ts';
import { toPerson } from './to-person.ts';

/** To be spread into a flow's steps; they begin at `to-menu`, `because-fault`, `goodbye` and `to-person`. */
export const endings = {
  'to-menu': goToFlow({ flow: attributes.flowMainMenu, onError: 'menu-fault' }),
  'menu-fault': say({ prompt: prompts.backToMenuFault, next: 'because-fault' }),
  'because-fault': because('system-fault', 'to-person'),
  goodbye: say({ prompt: prompts.goodbye, next: 'hang-up' }),
  ...toPerson,
} as const;
