/** What AWS asks for, in US dollars, for us-east-1: looked up on the day below but where it says otherwise, free tiers left out. */

/** Prices change; a report says of which day they are. */
export const PRICES_AS_OF = '2026-11-22';

export const PRICES = {
  /** Amazon Connect, voice service, by the minute that a caller is on the line (aws.amazon.com/connect/pricing). */
  voiceMinute: 0.018,
  /** Telephony of a US direct number, inbound, by the minute (aws.amazon.com/connect/pricing, US telephony rates). */
  inboundMinute: 0.0022,
  /** Amazon Connect chat, by the message that anybody writes: not looked up, see aws.amazon.com/connect/pricing. */
  chatMessage: 0.004,
  /** Amazon Connect tasks, by the task: not looked up, see the same page. */
  task: 0.04,
  /** A US direct number, by the day (aws.amazon.com/connect/pricing, US telephony rates). */
  numberDay: 0.03,
  /** AWS Lambda, by the million requests (aws.amazon.com/lambda/pricing). */
  millionInvocations: 0.2,
  /** AWS Lambda on arm64, on which our functions run, by the second and GB of memory, first tier (same page). */
  functionGbSecond: 0.0000133334,
  /** DynamoDB on demand, by the million read request units (aws.amazon.com/dynamodb/pricing/on-demand). */
  millionReads: 0.125,
  /** DynamoDB on demand, by the million write request units (same page). */
  millionWrites: 0.625,
} as const;
