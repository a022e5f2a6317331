/** Calls the service without HTTP, as a caller that may do everything unless the test says otherwise. */
import type { DynamoDb } from '../../../local/dynamodb/open.ts';
import { type Decide, everything } from './tables.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

export async function callRaw(
  db: DynamoDb,
  target: string | undefined,
  body: string,
  decide: Decide = everything,
): Promise<Answer> {
  const answer = await db.service.handle({
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: { 'x-amz-target': target },
    body: Buffer.from(body),
    principal: { arn: 'arn:aws:sts::123456789012:assumed-role/test/test', decide },
  });
  return { status: answer.status, headers: answer.headers, body: JSON.parse(answer.body.toString()) };
}

export async function call(
  db: DynamoDb,
  operation: string,
  input: object,
  decide: Decide = everything,
): Promise<Answer> {
  return await callRaw(db, `DynamoDB_20120810.${operation}`, JSON.stringify(input), decide);
}
