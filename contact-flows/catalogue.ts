/** All flows and modules of the contact centre; the stack deploys what stands here. */
import type { AuthoredFlow } from '../engine/authoring/built-flow.ts';
import { agentHold } from './agent-hold.ts';
import { agentWhisper } from './agent-whisper.ts';
import { changeOrder } from './change-order.ts';
import { customerHold } from './customer-hold.ts';
import { customerQueue } from './customer-queue.ts';
import { customerWhisper } from './customer-whisper.ts';
import { departmentTask } from './department-task.ts';
import { disconnect } from './disconnect.ts';
import { escalateCase } from './escalate-case.ts';
import { type Language, wordsOf } from './languages.ts';
import { mainInbound } from './main-inbound.ts';
import { mainMenu } from './main-menu.ts';
import { messageSent } from './message-sent.ts';
import { verifyCaller } from './modules/verify-caller.ts';
import { orderStatus } from './order-status.ts';
import { placeOrder } from './place-order.ts';
import { productInformation } from './product-information.ts';
import type { Words } from './prompts/words.ts';
import { reportProblem } from './report-problem.ts';
import { speakToAgent } from './speak-to-agent.ts';
import { takeMessage } from './take-message.ts';
import { transferToQueue } from './transfer-to-queue.ts';

/** What callers hear: there is one of each in every language, and they refer to those of their own. */
const forCallers: readonly ((words: Words) => AuthoredFlow)[] = [
  mainMenu,
  orderStatus,
  placeOrder,
  changeOrder,
  productInformation,
  reportProblem,
  escalateCase,
  speakToAgent,
  takeMessage,
  customerQueue,
  customerWhisper,
  customerHold,
  disconnect,
  verifyCaller,
];

/** What there is once, whatever callers speak: the way in, what agents hear, and the way of a task. */
export const sharedFlows = (words: Words): readonly AuthoredFlow[] => [
  mainInbound(words),
  departmentTask,
  messageSent,
  transferToQueue,
  agentWhisper,
  agentHold,
];

/** The flows that callers of one language hear. */
export const callerFlows = (language: Language): readonly AuthoredFlow[] =>
  forCallers.map((written) => written(wordsOf(language)));

/** A centre of one language, whole. */
export const catalogue = (language: Language = 'en'): readonly AuthoredFlow[] => [
  ...sharedFlows(wordsOf(language)),
  ...callerFlows(language),
];
