/** The local Amazon Connect Cases: opens, changes and shows cases of whatever domain is asked for, with nothing kept after the end. */
import * as z from 'zod';
import { deniedResponse, errorResponse } from '../endpoint/error-response.ts';
import type { AwsRequest, AwsResponse, AwsService } from '../endpoint/service.ts';
import type { Rewindable } from '../rewindable.ts';

type FieldContent = Readonly<Record<string, unknown>>;

/** A case as the service keeps it. */
export interface ConnectCase {
  readonly caseId: string;
  readonly templateId: string;
  readonly fields: Readonly<Record<string, FieldContent>>;
}

/** A request that the service fails: before it has done anything, or after, so that nobody knows how it ended. */
export interface Failure {
  readonly when: 'before' | 'after';
  readonly status: number;
  readonly code: string;
}

/** @see https://docs.aws.amazon.com/connect/latest/APIReference/API_connect-cases_FieldValueUnion.html */
const value = z.union([
  z.strictObject({ stringValue: z.string().max(3_000) }),
  z.strictObject({ doubleValue: z.number() }),
  z.strictObject({ booleanValue: z.boolean() }),
  z.strictObject({ userArnValue: z.string() }),
  z.strictObject({ emptyValue: z.strictObject({}) }),
]);
const fields = z
  .array(z.strictObject({ id: z.string().min(1).max(500), value }))
  .max(220)
  .refine((given) => new Set(given.map(({ id }) => id)).size === given.length, 'a field is given twice');
const creation = z.strictObject({
  clientToken: z.string().max(64).optional(),
  templateId: z.string().min(1).max(500),
  fields,
});
const change = z.strictObject({ fields });
const question = z.looseObject({ fields: z.array(z.strictObject({ id: z.string() })).min(1) });

const PROFILE = /^arn:[a-z-]+:profile:[a-z0-9-]+:\d{12}:domains\/[^/]+\/profiles\/[^/]+$/;

export class LocalCases implements Rewindable {
  readonly #cases = new Map<string, ConnectCase>();
  readonly #tokens = new Map<string, { readonly body: string; readonly caseId: string }>();
  readonly #failures: Failure[] = [];
  readonly #place: string;
  #requests = 0;

  constructor({ region, accountId }: { readonly region: string; readonly accountId: string }) {
    this.#place = `arn:aws:cases:${region}:${accountId}:domain`;
  }

  /** Every case of every domain, the first that was opened first. */
  get cases(): readonly ConnectCase[] {
    return [...this.#cases.values()];
  }

  /** How many requests have come, those that failed too. */
  get requests(): number {
    return this.#requests;
  }

  /** The next requests fail so, one after another. */
  fail(...failures: readonly Failure[]): void {
    this.#failures.push(...failures);
  }

  mark(): () => void {
    const cases = [...this.#cases];
    const tokens = [...this.#tokens];
    const failures = [...this.#failures];
    const requests = this.#requests;
    return () => {
      this.#cases.clear();
      for (const [arn, one] of cases) this.#cases.set(arn, one);
      this.#tokens.clear();
      for (const [token, use] of tokens) this.#tokens.set(token, use);
      this.#failures.splice(0, this.#failures.length, ...failures);
      this.#requests = requests;
    };
  }

  service(): AwsService {
    return {
      signingName: 'cases',
      handle: (request) => {
        this.#requests += 1;
        const failure = this.#failures.shift();
        if (failure?.when === 'before') return failed(failure);
        const answer = this.#handle(request);
        return failure === undefined ? answer : failed(failure);
      },
    };
  }

  #handle({ method, path, body, principal }: AwsRequest): AwsResponse {
    const [, domain, caseId] = /^\/domains\/([^/]+)\/cases(?:\/([^/]+))?$/.exec(path) ?? [];
    const act = domain === undefined ? undefined : actionOf(method, caseId);
    if (domain === undefined || act === undefined) {
      return refused(
        404,
        'UnknownOperationException',
        'the local Cases does CreateCase, UpdateCase and GetCase',
      );
    }
    const domainArn = `${this.#place}/${decodeURIComponent(domain)}`;
    const resource = caseId === undefined ? domainArn : `${domainArn}/case/${caseId}`;
    const decision = principal.decide(`cases:${act}`, resource);
    if (!decision.allowed) return deniedResponse('rest-json', decision.message);
    const asked = jsonOf(body);
    if (caseId === undefined) return this.#create(domainArn, asked);
    const found = this.#cases.get(resource);
    if (found === undefined) return refused(404, 'ResourceNotFoundException', `there is no case ${caseId}`);
    return act === 'UpdateCase' ? this.#update(resource, found, asked) : shown(found, asked);
  }

  #create(domainArn: string, asked: unknown): AwsResponse {
    const parsed = creation.safeParse(asked);
    if (!parsed.success) return invalid(parsed.error);
    const { clientToken, templateId } = parsed.data;
    const given = contentOf(parsed.data.fields);
    if (text(given['title']) === '') return refused(400, 'ValidationException', 'title is required');
    if (!PROFILE.test(text(given['customer_id'])))
      return refused(400, 'ValidationException', 'customer_id must be the ARN of a profile');
    const token = clientToken === undefined ? undefined : `${domainArn} ${clientToken}`;
    const before = token === undefined ? undefined : this.#tokens.get(token);
    const body = JSON.stringify(parsed.data);
    if (before !== undefined) {
      return before.body === body
        ? opened(domainArn, before.caseId)
        : refused(409, 'ConflictException', 'the same clientToken came with other parameters');
    }
    const caseId = `case-${this.#cases.size + 1}`;
    if (token !== undefined) this.#tokens.set(token, { body, caseId });
    this.#cases.set(`${domainArn}/case/${caseId}`, { caseId, templateId, fields: given });
    return opened(domainArn, caseId);
  }

  #update(arn: string, found: ConnectCase, asked: unknown): AwsResponse {
    const parsed = change.safeParse(asked);
    if (!parsed.success) return invalid(parsed.error);
    this.#cases.set(arn, { ...found, fields: { ...found.fields, ...contentOf(parsed.data.fields) } });
    return answered({});
  }
}

/** By method and path, as in the API reference of each. */
function actionOf(method: string, caseId: string | undefined): string | undefined {
  if (caseId === undefined) return method === 'POST' ? 'CreateCase' : undefined;
  return new Map([
    ['PUT', 'UpdateCase'],
    ['POST', 'GetCase'],
  ]).get(method);
}

function shown({ templateId, fields: kept }: ConnectCase, asked: unknown): AwsResponse {
  const parsed = question.safeParse(asked);
  if (!parsed.success) return invalid(parsed.error);
  const values = parsed.data.fields.flatMap(({ id }) =>
    kept[id] === undefined ? [] : [{ id, value: kept[id] }],
  );
  return answered({ fields: values, templateId });
}

const contentOf = (given: z.output<typeof fields>): Record<string, FieldContent> =>
  Object.fromEntries(given.map(({ id, value: content }) => [id, content]));

const text = (content: FieldContent | undefined): string => {
  const found = content?.['stringValue'];
  return typeof found === 'string' ? found : '';
};

const opened = (domainArn: string, caseId: string): AwsResponse =>
  answered({ caseId, caseArn: `${domainArn}/case/${caseId}` });

const answered = (body: object): AwsResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const refused = (status: number, code: string, message: string): AwsResponse =>
  errorResponse('rest-json', status, code, message);
const failed = ({ status, code }: Failure): AwsResponse =>
  refused(status, code, 'the service has been told to fail');

function invalid({ issues: [issue] }: z.ZodError): AwsResponse {
  return refused(
    400,
    'ValidationException',
    `${issue?.path.join('.') || 'the body'}: ${issue?.message ?? 'wrong'}`,
  );
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
