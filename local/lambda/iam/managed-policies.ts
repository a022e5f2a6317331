/** AWS-managed policies that functions carry and that only concern logs, traces and network interfaces. */

const services: Readonly<Record<string, readonly string[]>> = {
  'service-role/AWSLambdaBasicExecutionRole': [
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ],
  'service-role/AWSLambdaVPCAccessExecutionRole': [
    'logs:CreateLogGroup',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
    'ec2:CreateNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSubnets',
    'ec2:DeleteNetworkInterface',
    'ec2:AssignPrivateIpAddresses',
    'ec2:UnassignPrivateIpAddresses',
  ],
  AWSXRayDaemonWriteAccess: [
    'xray:PutTraceSegments',
    'xray:PutTelemetryRecords',
    'xray:GetSamplingRules',
    'xray:GetSamplingTargets',
    'xray:GetSamplingStatisticSummaries',
  ],
};

/**
 * The document of an AWS-managed policy, or undefined where it is not simulated
 * (https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html).
 */
export function awsManagedPolicy(arn: string): object | undefined {
  const name = /^arn:[a-z-]+:iam::aws:policy\/(.+)$/.exec(arn)?.[1];
  const actions = name === undefined ? undefined : services[name];
  if (actions === undefined) return undefined;
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] };
}
