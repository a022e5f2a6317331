/** What an agent hears with a caller on hold: a reminder now and then. */
import { flow } from '../engine/authoring/flow.ts';
import { endFlow } from '../engine/authoring/handing-over.ts';
import { sayOnAndOn } from '../engine/authoring/speaking.ts';
import { agentWords } from './prompts/agents.ts';

/** One pause of SSML lasts at most ten seconds (Amazon Polly, break). */
const pause = { ssml: '<speak><break time="10s"/></speak>' };

export const agentHold = flow({
  name: 'agent-hold',
  title: 'Agent hold',
  description: 'Reminds the agent every half minute that a caller is on hold.',
  type: 'AGENT_HOLD',
  start: 'remind',
  steps: {
    remind: sayOnAndOn({ prompts: [agentWords.callerOnHold, pause, pause, pause], onError: 'end' }),
    end: endFlow(),
  },
});
