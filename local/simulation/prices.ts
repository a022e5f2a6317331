/** What AWS asks for, in US dollars, for us-east-1: looked up on the day below, free tiers left out. */

/** Prices change; a report says of which day they are. */
export const PRICES_AS_OF = '2026-11-22';

export const PRICES = {
  /** Amazon Connect, voice service, by the minute that a caller is on the line (aws.amazon.com/connect/pricing). */
  voiceMinute: 0.018,
  /** Telephony of a US direct number, inbound, by the minute (aws.amazon.com/connect/pricing, US telephony rates). */
  inboundMinute: 0.0022,
  /** Amazon Connect chat, by the message that anybody writes (aws.amazon.com/connect/pricing). */
  chatMessage: 0.004,
  /** Amazon Connect tasks, by the task (same page). */
  task: 0.04,
  /** A US direct number, by the day (same page). */
  numberDay: 0.03,
  /** AWS Lambda, by the million requests (aws.amazon.com/lambda/pricing). */
  millionInvocations: 0.2,
  /** AWS Lambda on x86, by the second and GB of memory, first tier (same page). */
  functionGbSecond: 0.0000166667,
  /** DynamoDB on demand, by the million read request units (aws.amazon.com/dynamodb/pricing/on-demand). */
  millionReads: 0.125,
  /** DynamoDB on demand, by the million write request units (same page). */
  millionWrites: 0.625,
} as const;
