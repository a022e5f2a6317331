/** The thin entry: everything that happens once in a call, before the main menu. */
import { call, result } from '../engine/authoring/calling.ts';
import { setAttributes, setHook, setLogging, setVoice } from '../engine/authoring/contact.ts';
import { flow } from '../engine/authoring/flow.ts';
import { goToFlow } from '../engine/authoring/handing-over.ts';
import { say } from '../engine/authoring/speaking.ts';
import { lookupCustomer } from '../lambdas/lookup-customer/contract.ts';
import { type AttributeValues, INITIAL } from './attributes.ts';
import { prompts } from './prompts/en.ts';
import { because } from './reasons.ts';
import { flows } from './resources.ts';
import { toPerson } from './to-person.ts';

const initial: AttributeValues = { ...INITIAL, flowMainMenu: flows.mainMenu };
const noticeHeard: AttributeValues = { recordingNotice: 'heard' };
const customer: AttributeValues = { customerId: result(lookupCustomer, 'found', 'customerId') };

/**
 * A hook that cannot be set leads on, and Connect's own default takes its place. A notice that could not be spoken
 * leaves no mark, and then nothing is recorded. Known and unknown callers take the same steps.
 */
export const mainInbound = flow({
  name: 'main-inbound',
  title: 'Main inbound',
  description: 'Greets, announces recording, looks the caller up by number and opens the main menu.',
  type: 'CONTACT_FLOW',
  start: 'log-on',
  steps: {
    'log-on': setLogging({ logging: 'on', next: 'voice' }),
    voice: setVoice({ voice: 'Joanna', engine: 'Neural', next: 'attributes' }),
    attributes: setAttributes({ attributes: initial, next: 'queue-hook', onError: 'fault' }),
    'queue-hook': setHook({
      hook: 'CustomerQueue',
      flow: flows.customerQueue,
      next: 'whisper-hook',
      onError: 'whisper-hook',
    }),
    'whisper-hook': setHook({
      hook: 'AgentWhisper',
      flow: flows.agentWhisper,
      next: 'caller-whisper-hook',
      onError: 'caller-whisper-hook',
    }),
    'caller-whisper-hook': setHook({
      hook: 'CustomerWhisper',
      flow: flows.customerWhisper,
      next: 'hold-hook',
      onError: 'hold-hook',
    }),
    'hold-hook': setHook({
      hook: 'CustomerHold',
      flow: flows.customerHold,
      next: 'agent-hold-hook',
      onError: 'agent-hold-hook',
    }),
    'agent-hold-hook': setHook({
      hook: 'AgentHold',
      flow: flows.agentHold,
      next: 'goodbye-hook',
      onError: 'goodbye-hook',
    }),
    'goodbye-hook': setHook({
      hook: 'CustomerRemaining',
      flow: flows.disconnect,
      next: 'greet',
      onError: 'greet',
    }),
    greet: say({ prompt: prompts.greeting, next: 'recording-notice' }),
    'recording-notice': say({ prompt: prompts.recordingNotice, next: 'notice-heard', onError: 'look-up' }),
    'notice-heard': setAttributes({ attributes: noticeHeard, next: 'look-up', onError: 'look-up' }),
    'look-up': call(lookupCustomer, {
      parameters: {},
      outcomes: { found: 'keep-customer', unknown: 'keep-customer' },
      onFault: 'records-fault',
    }),
    'keep-customer': setAttributes({ attributes: customer, next: 'to-menu', onError: 'records-fault' }),
    'to-menu': goToFlow({ flow: flows.mainMenu, onError: 'fault' }),
    'records-fault': say({ prompt: prompts.recordsFault, next: 'because-records' }),
    'because-records': because('records-fault', 'to-person'),
    fault: say({ prompt: prompts.entryFault, next: 'because-fault' }),
    'because-fault': because('system-fault', 'to-person'),
    ...toPerson,
  },
});
