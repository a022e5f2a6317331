/** What Amazon Connect Cases is told of a case of ours: no number, no name, and no words of anybody. */

import * as z from 'zod/mini';
import type { CaseState } from './case-states.ts';
import type { Severity } from './case-types.ts';

/** Field ids are at most 500 characters (API_FieldValue); those of our own making are UUIDs. */
const id = z.string().check(z.regex(/^[\w-]{1,100}$/));

/** Where cases are mirrored to, and which field of that domain takes what; a field that is not named gets nothing. */
export const mirrorTerms = z.strictObject({
  domainId: id,
  templateId: id,
  /** The profile that every mirrored case hangs on: the service opens none without (API_CreateCase). */
  customerProfileArn: z
    .string()
    .check(z.regex(/^arn:aws[a-z-]*:profile:[a-z0-9-]+:\d{12}:domains\/[\w-]{1,64}\/profiles\/[\w-]{1,64}$/)),
  fields: z.strictObject({
    caseNumber: z.optional(id),
    state: z.optional(id),
    severity: z.optional(id),
    dueAt: z.optional(id),
  }),
});
export type MirrorTerms = z.output<typeof mirrorTerms>;

/** The part of a case that is mirrored. */
export interface MirroredCase {
  readonly caseNumber: string;
  readonly reason: string;
  readonly status: CaseState;
  readonly severity: Severity;
  /** ISO 8601; undefined where nothing is due. */
  readonly dueAt?: string | undefined;
}

/** @see https://docs.aws.amazon.com/connect/latest/APIReference/API_connect-cases_FieldValue.html */
export interface FieldValue {
  readonly id: string;
  readonly value: { readonly stringValue: string } | { readonly emptyValue: Record<string, never> };
}

const text = (id: string, stringValue: string): FieldValue => ({ id, value: { stringValue } });
const given = (id: string | undefined, value: string): FieldValue[] =>
  id === undefined ? [] : [text(id, value)];

/** Reasons are codes of ours; what looks like words is kept to ourselves. */
const codeOf = (reason: string): string => (/^[a-z][a-z-]{0,63}$/.test(reason) ? reason : 'other');

/**
 * The fields with which a case is opened there. They follow from what never changes about a case, so that every try
 * asks the same under the same token, whatever has become of the case meanwhile.
 */
export function openedFields(
  { caseNumber, reason }: Pick<MirroredCase, 'caseNumber' | 'reason'>,
  { customerProfileArn, fields }: MirrorTerms,
): readonly FieldValue[] {
  return [
    text('title', `Case ${caseNumber}: ${codeOf(reason)}`),
    text('customer_id', customerProfileArn),
    ...given(fields.caseNumber, caseNumber),
  ];
}

/**
 * The fields that say how a case stands now. `status` is a field of every domain, and is open or closed; where the case
 * is there no more (its caller took the message back, or its year is over) nobody works on it.
 */
export function standingFields(
  standing: Pick<MirroredCase, 'status' | 'severity' | 'dueAt'> | undefined,
  { fields }: MirrorTerms,
): readonly FieldValue[] {
  if (standing === undefined) return [text('status', 'closed')];
  const { status, severity, dueAt } = standing;
  return [
    text('status', status === 'closed' ? 'closed' : 'open'),
    ...given(fields.state, status),
    ...given(fields.severity, severity),
    ...(fields.dueAt === undefined
      ? []
      : [dueAt === undefined ? { id: fields.dueAt, value: { emptyValue: {} } } : text(fields.dueAt, dueAt)]),
  ];
}
