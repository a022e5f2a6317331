/**
 * AWS Regions in which Amazon Connect takes calls.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/regions.html
 */
export const connectRegions = [
  'us-east-1',
  'us-west-2',
  'ca-central-1',
  'eu-central-1',
  'eu-west-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'af-south-1',
] as const;
