/** Errors in the shapes that AWS clients understand. */
import type { AwsResponse } from './service.ts';

/** How a service speaks. */
export type Protocol = 'json-1.0' | 'rest-json' | 'xml';

/** Signing names of services whose clients expect XML. */
const xmlServices = new Set([
  's3',
  'sts',
  'iam',
  'cloudformation',
  'sns',
  'ec2',
  'rds',
  'elasticloadbalancing',
  'monitoring',
]);

/** Signing names of services that speak JSON 1.0 or 1.1 (`__type` in the body). */
const typedJsonServices = new Set([
  'cognito-idp',
  'dynamodb',
  'kms',
  'secretsmanager',
  'ssm',
  'logs',
  'events',
  'kinesis',
  'states',
  'sqs',
]);

/** The protocol of a service, simulated or not, for an error that its client can read. */
export function protocolOf(signingName: string): Protocol {
  if (xmlServices.has(signingName)) return 'xml';
  return typedJsonServices.has(signingName) ? 'json-1.0' : 'rest-json';
}

/**
 * An error response.
 * @param code e.g. `AccessDeniedException`
 */
export function errorResponse(
  protocol: Protocol,
  status: number,
  code: string,
  message: string,
): AwsResponse {
  if (protocol === 'xml') {
    const body = `<?xml version="1.0" encoding="UTF-8"?><ErrorResponse><Error><Code>${escaped(code)}</Code><Message>${escaped(message)}</Message></Error></ErrorResponse>`;
    return { status, headers: { 'content-type': 'text/xml' }, body };
  }
  if (protocol === 'json-1.0') {
    return {
      status,
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': code },
      body: JSON.stringify({ __type: `com.amazon.coral.service#${code}`, message, Message: message }),
    };
  }
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
    body: JSON.stringify({ message, Message: message }),
  };
}

/**
 * What a service answers when the policy of the caller does not allow the call: status 400 in DynamoDB's protocol,
 * 403 in Connect's.
 * @param message from `Principal.decide`
 */
export function deniedResponse(protocol: Protocol, message: string): AwsResponse {
  const code = protocol === 'xml' ? 'AccessDenied' : 'AccessDeniedException';
  return errorResponse(protocol, protocol === 'json-1.0' ? 400 : 403, code, message);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
