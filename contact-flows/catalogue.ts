/** All flows and modules of the contact centre; the stack deploys what stands here. */
import type { AuthoredFlow } from '../engine/authoring/built-flow.ts';
import { agentHold } from './agent-hold.ts';
import { agentWhisper } from './agent-whisper.ts';
import { appointments } from './appointments.ts';
import { callBack } from './call-back.ts';
import { changeOrder } from './change-order.ts';
import { chooseLanguage } from './choose-language.ts';
import { customerHold } from './customer-hold.ts';
import { customerQueue } from './customer-queue.ts';
import { customerWhisper } from './customer-whisper.ts';
import { departmentTask } from './department-task.ts';
import { disconnect } from './disconnect.ts';
import { escalateCase } from './escalate-case.ts';
import { type Language, wordsOf } from './languages.ts';
import { leaveVoicemail } from './leave-voicemail.ts';
import { mainInbound } from './main-inbound.ts';
import { mainInboundOf } from './main-inbound-several.ts';
import { mainMenu } from './main-menu.ts';
import { messageSent } from './message-sent.ts';
import { verifyCaller } from './modules/verify-caller.ts';
import { EVERYTHING, type Offers } from './offers.ts';
import { orderStatus } from './order-status.ts';
import { payOrder } from './pay-order.ts';
import { placeOrder } from './place-order.ts';
import { productInformation } from './product-information.ts';
import type { Words } from './prompts/words.ts';
import { reportProblem } from './report-problem.ts';
import { speakToAgent } from './speak-to-agent.ts';
import { takeMessage } from './take-message.ts';
import { teamAway } from './team-away.ts';
import { transferToQueue } from './transfer-to-queue.ts';
import { troubleshoot } from './troubleshoot.ts';
import { welcome } from './welcome.ts';

/** What callers hear: there is one of each in every language, and they refer to those of their own. */
const forCallers: readonly ((words: Words, offers: Offers) => AuthoredFlow)[] = [
  mainMenu,
  orderStatus,
  placeOrder,
  changeOrder,
  productInformation,
  reportProblem,
  troubleshoot,
  escalateCase,
  appointments,
  callBack,
  speakToAgent,
  takeMessage,
  teamAway,
  leaveVoicemail,
  customerQueue,
  customerWhisper,
  customerHold,
  disconnect,
  verifyCaller,
];

/** What there is once, whatever callers speak: what agents hear, and the way of a task. */
export const sharedFlows: readonly AuthoredFlow[] = [
  departmentTask,
  messageSent,
  transferToQueue,
  agentWhisper,
  agentHold,
];

/** The languages of a centre, the first the one in which it speaks to who has not chosen. */
export type Languages = readonly [Language, ...Language[]];

const areSeveral = (languages: Languages): languages is readonly [Language, Language, ...Language[]] =>
  languages.length > 1;

/** The ways in, by the languages that there are. */
export const entryFlows = (languages: Languages): readonly AuthoredFlow[] =>
  areSeveral(languages) ? [mainInboundOf(languages), chooseLanguage(languages)] : [mainInbound(languages[0])];

/** The flows that callers of one language hear. */
export const callerFlows = (language: Language, offers: Offers = EVERYTHING): readonly AuthoredFlow[] =>
  [...forCallers, ...(offers.pays ? [payOrder] : [])].map((written) => written(wordsOf(language), offers));

/** Where callers of one language begin, in a centre of several. */
export const welcomeFlows = (languages: Languages, language: Language): readonly AuthoredFlow[] =>
  areSeveral(languages) ? [welcome(language, languages[0])] : [];

/** A centre of one language, whole. */
export const catalogue = (
  language: Language = 'en',
  offers: Offers = EVERYTHING,
): readonly AuthoredFlow[] => [...entryFlows([language]), ...sharedFlows, ...callerFlows(language, offers)];
