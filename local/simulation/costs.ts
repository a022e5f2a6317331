/** What a simulated day would cost on AWS. */
import type { ChannelResult } from '../../engine/simulation/channel-result.ts';
import type { DayResult } from '../../engine/simulation/result.ts';
import { PRICES } from './prices.ts';

export interface Cost {
  readonly what: string;
  readonly amount: string;
  readonly dollars: number;
}

const MILLION = 1_000_000;
/** Where the template does not say how much memory a function has. */
const MEMORY_MB = 128;

/**
 * Voice, chats, tasks, functions and tables; not logs, records, recordings and what is kept. A read or write counts as one unit: our
 * items are smaller than 1 KB.
 * @param memoryMb of a function by its name
 */
export function costsOf(
  { calls, channels, functionTraffic, tableTraffic }: DayResult,
  memoryMb: (name: string) => number | undefined,
): readonly Cost[] {
  const minutes = calls.lineMinutes;
  const invocations = functionTraffic.reduce((sum, one) => sum + one.invocations, 0);
  const gbSeconds = functionTraffic.reduce(
    (sum, { name, seconds }) => sum + (seconds * (memoryMb(name) ?? MEMORY_MB)) / 1024,
    0,
  );
  const reads = tableTraffic.reduce((sum, one) => sum + one.reads, 0);
  const writes = tableTraffic.reduce((sum, one) => sum + one.writes, 0);
  return [
    { what: 'voice service', amount: `${minutes.toFixed(0)} minutes`, dollars: minutes * PRICES.voiceMinute },
    {
      what: 'inbound telephony',
      amount: `${minutes.toFixed(0)} minutes`,
      dollars: minutes * PRICES.inboundMinute,
    },
    ...channels.map(costOf),
    { what: 'number', amount: '1 day', dollars: PRICES.numberDay },
    {
      what: 'function requests',
      amount: `${invocations}`,
      dollars: (invocations / MILLION) * PRICES.millionInvocations,
    },
    {
      what: 'function time',
      amount: `${gbSeconds.toFixed(1)} GB seconds`,
      dollars: gbSeconds * PRICES.functionGbSecond,
    },
    { what: 'table reads', amount: `${reads}`, dollars: (reads / MILLION) * PRICES.millionReads },
    { what: 'table writes', amount: `${writes}`, dollars: (writes / MILLION) * PRICES.millionWrites },
  ];
}

function costOf({ channel, came, byFlows, messages }: ChannelResult): Cost {
  const tasks = came + byFlows;
  return channel === 'chats'
    ? { what: 'chat', amount: `${messages} messages`, dollars: messages * PRICES.chatMessage }
    : { what: 'tasks', amount: `${tasks}`, dollars: tasks * PRICES.task };
}

export const total = (costs: readonly Cost[]): number => costs.reduce((sum, { dollars }) => sum + dollars, 0);
