/** The chats and tasks of a simulated day as rows for people. */
import type { ChannelResult } from '../../engine/simulation/channel-result.ts';
import { percent, secondsText } from './words.ts';

export const CHANNEL_HEAD = [
  '',
  'came',
  'queued',
  'in time',
  'within',
  'wait',
  'p90',
  'left',
  'handled',
  'takes',
  'at once',
  'messages',
  'pauses',
] as const;

export const channelRows = (channels: readonly ChannelResult[]): readonly (readonly string[])[] =>
  channels.map((one) => [
    one.channel,
    String(one.came + one.byFlows),
    String(one.queued),
    percent(one.serviceLevel),
    secondsText(one.target.withinSeconds),
    secondsText(one.wait.mean),
    secondsText(one.wait.p90),
    String(one.left),
    String(one.handled),
    secondsText(one.handleSeconds),
    String(one.atOnceMax),
    String(one.messages),
    String(one.pauses),
  ]);
