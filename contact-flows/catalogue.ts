/** All flows and modules of the contact centre; the stack deploys what stands here. */
import type { AuthoredFlow } from '../engine/authoring/built-flow.ts';
import { agentHold } from './agent-hold.ts';
import { agentWhisper } from './agent-whisper.ts';
import { customerHold } from './customer-hold.ts';
import { customerQueue } from './customer-queue.ts';
import { customerWhisper } from './customer-whisper.ts';
import { departmentTask } from './department-task.ts';
import { disconnect } from './disconnect.ts';
import { escalateCase } from './escalate-case.ts';
import { mainInbound } from './main-inbound.ts';
import { mainMenu } from './main-menu.ts';
import { verifyCaller } from './modules/verify-caller.ts';
import { orderStatus } from './order-status.ts';
import { placeOrder } from './place-order.ts';
import { reportProblem } from './report-problem.ts';
import { speakToAgent } from './speak-to-agent.ts';
import { takeMessage } from './take-message.ts';
import { transferToQueue } from './transfer-to-queue.ts';

export const catalogue: readonly AuthoredFlow[] = [
  mainInbound,
  mainMenu,
  orderStatus,
  placeOrder,
  reportProblem,
  escalateCase,
  speakToAgent,
  takeMessage,
  departmentTask,
  transferToQueue,
  customerQueue,
  agentWhisper,
  customerWhisper,
  customerHold,
  agentHold,
  disconnect,
  verifyCaller,
];
