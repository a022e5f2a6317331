/** What a caller hears whom an agent has transferred and left, where the team cannot take the call: a way on. */
import { flow } from '../engine/authoring/flow.ts';
import { goToFlow, hangUp } from '../engine/authoring/handing-over.ts';
import { menu } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { attributes } from './attributes.ts';
import type { Words } from './prompts/words.ts';
import { flows } from './resources.ts';

/** Why is kept by the transfer. Whoever presses nothing has their number kept, as in a closed centre. */
export const teamAway = (words: Words) =>
  flow({
    name: 'team-away',
    title: 'Team away',
    description: 'Offers a call back, a voice message or the menu to a caller whom a team cannot take.',
    type: 'CONTACT_FLOW',
    start: 'away',
    steps: {
      away: say({ prompt: words.teamAway, next: 'offer' }),
      offer: menu({
        prompt: words.closedOffer,
        timeoutSeconds: 4,
        choices: { 1: 'call-back', 2: 'leave-voicemail', 3: 'to-menu' },
        onTimeout: 'take-message',
        onNoMatch: 'take-message',
        onError: 'take-message',
      }),
      'call-back': goToFlow({ flow: flows.callBack, onError: 'take-message' }),
      'leave-voicemail': goToFlow({ flow: flows.leaveVoicemail, onError: 'take-message' }),
      'to-menu': goToFlow({ flow: attributes.flowMainMenu, onError: 'take-message' }),
      'take-message': goToFlow({ flow: flows.takeMessage, onError: 'out-of-order' }),
      'out-of-order': say({ prompt: words.outOfOrder, next: 'hang-up' }),
      'hang-up': hangUp(),
    },
  });
