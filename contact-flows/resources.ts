/** What our flows need of the instance, by name; the stack creates each and puts its ARN in place of the reference. */
import { resource } from '../engine/authoring/resource.ts';

export const queues = {
  support: resource('queue', 'support'),
  orders: resource('queue', 'orders'),
  escalations: resource('queue', 'escalations'),
  shipping: resource('queue', 'shipping'),
  technical: resource('queue', 'technical'),
  quality: resource('queue', 'quality'),
  billing: resource('queue', 'billing'),
} as const;

export const hours = {
  opening: resource('hours', 'opening'),
  escalations: resource('hours', 'escalations'),
} as const;

export const recordings = {
  queueMusic: resource('prompt', 'queue-music'),
  beep: resource('prompt', 'beep'),
} as const;

export const flows = {
  mainMenu: resource('flow', 'main-menu'),
  chooseLanguage: resource('flow', 'choose-language'),
  orderStatus: resource('flow', 'order-status'),
  placeOrder: resource('flow', 'place-order'),
  changeOrder: resource('flow', 'change-order'),
  payOrder: resource('flow', 'pay-order'),
  productInformation: resource('flow', 'product-information'),
  reportProblem: resource('flow', 'report-problem'),
  troubleshoot: resource('flow', 'troubleshoot'),
  escalateCase: resource('flow', 'escalate-case'),
  appointments: resource('flow', 'appointments'),
  callBack: resource('flow', 'call-back'),
  speakToAgent: resource('flow', 'speak-to-agent'),
  teamAway: resource('flow', 'team-away'),
  takeMessage: resource('flow', 'take-message'),
  leaveVoicemail: resource('flow', 'leave-voicemail'),
  customerQueue: resource('flow', 'customer-queue'),
  agentWhisper: resource('flow', 'agent-whisper'),
  customerWhisper: resource('flow', 'customer-whisper'),
  customerHold: resource('flow', 'customer-hold'),
  agentHold: resource('flow', 'agent-hold'),
  disconnect: resource('flow', 'disconnect'),
} as const;

export const modules = {
  verifyCaller: resource('module', 'verify-caller'),
  sayRecorded: resource('module', 'say-recorded'),
} as const;
/** What cards are encrypted with; only in a centre that takes payments. */
export const cardKey = {
  id: resource('security-key', 'payments'),
  certificate: resource('certificate', 'payments'),
} as const;

/** What a call keeps of who speaks its language: the language, or `none` where waiting for a speaker helps nobody. */
export const speakersOf = <const Of extends string>(language: Of) => resource('speakers', language);

/** The beginning in a language. Flows of the first language have their bare names, those of others the language at the end. */
export const welcomeOf = (language: string, first: string) =>
  resource('flow', language === first ? 'welcome' : `welcome-${language}`);
