/** The types of cases: what each asks before it can be resolved, who works on it, and how soon. */

import * as z from 'zod/mini';
import { ORDER_NUMBER } from './order-number.ts';

export const DEPARTMENTS = ['support', 'orders', 'shipping', 'technical', 'quality', 'billing'] as const;
/** Who works on a case. */
export type Department = (typeof DEPARTMENTS)[number];

export const SEVERITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The next severity up; the highest stays. */
export function moreSevere(severity: Severity): Severity {
  return SEVERITIES[SEVERITIES.indexOf(severity) + 1] ?? 'urgent';
}

/** Letters of any script, without control characters: what a person writes down or reads out. */
export const words = z
  .string()
  .check(
    z.trim(),
    z.minLength(1),
    z.maxLength(2_000),
    z.regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+$/u, 'must be one line of text'),
  );

/** Everything that may be known of the matter of a case, whatever its type. */
export const detailSchemas = {
  product: z.string().check(z.regex(/^[A-Za-z0-9-]{1,40}$/, 'must be a product number or SKU')),
  orderNumber: z.string().check(z.regex(ORDER_NUMBER, 'must be the number of an order')),
  cause: z.enum(['defect', 'damage', 'missing-part', 'wrong-item', 'late', 'service', 'price', 'other']),
  wantedOutcome: z.enum(['refund', 'replacement', 'repair', 'apology', 'explanation', 'other']),
  deliveryProblem: z.enum(['late', 'lost', 'damaged', 'incomplete', 'wrong-address', 'wrong-item']),
  invoiceProblem: z.enum(['wrong-amount', 'charged-twice', 'missing', 'other']),
  paymentProblem: z.enum(['declined', 'charged-twice', 'unconfirmed', 'disputed']),
  condition: z.enum(['unopened', 'opened', 'used', 'damaged']),
  /** Whether the order that nobody could confirm is there, or the change of one is. */
  finding: z.enum(['placed', 'not-placed']),
  symptom: words,
  matter: words,
} as const;

export type DetailName = keyof typeof detailSchemas;
export const DETAIL_NAMES = Object.keys(detailSchemas).filter(
  (name): name is DetailName => name in detailSchemas,
);

/** What is known of the matter of a case so far. */
export const caseDetails = z.partial(z.strictObject(detailSchemas));
export type CaseDetails = z.output<typeof caseDetails>;

interface CaseTypeTerms {
  /** Whose cases these are until somebody passes one on. */
  readonly department: Department;
  /** What must be known before such a case can be resolved. */
  readonly required: readonly DetailName[];
  /** Whole open hours from the opening until it is to be resolved, where the severity is normal. */
  readonly resolvedWithinHours: number;
}

const types = {
  complaint: {
    department: 'support',
    required: ['product', 'cause', 'wantedOutcome'],
    resolvedWithinHours: 16,
  },
  delivery: { department: 'shipping', required: ['deliveryProblem'], resolvedWithinHours: 16 },
  technical: { department: 'technical', required: ['product', 'symptom'], resolvedWithinHours: 24 },
  billing: { department: 'billing', required: ['invoiceProblem'], resolvedWithinHours: 24 },
  payment: {
    department: 'billing',
    required: ['orderNumber', 'paymentProblem'],
    resolvedWithinHours: 8,
  },
  return: {
    department: 'shipping',
    required: ['orderNumber', 'product', 'condition'],
    resolvedWithinHours: 40,
  },
  'order-check': { department: 'orders', required: ['finding'], resolvedWithinHours: 4 },
  callback: { department: 'support', required: [], resolvedWithinHours: 4 },
  voicemail: { department: 'support', required: [], resolvedWithinHours: 8 },
  wish: { department: 'support', required: ['matter'], resolvedWithinHours: 40 },
  other: { department: 'support', required: ['matter'], resolvedWithinHours: 24 },
} as const satisfies Readonly<Record<string, CaseTypeTerms>>;

export type CaseType = keyof typeof types;
export const CASE_TYPES = Object.keys(types).filter((name): name is CaseType => name in types);

export const caseTypes: Readonly<Record<CaseType, CaseTypeTerms>> = types;

/** The type of a case by the reason for which a call opened it; a reason that nobody has named is some other matter. */
const TYPE_OF_REASON: Readonly<Record<string, CaseType>> = {
  'problem-complaint': 'complaint',
  'problem-delivery': 'delivery',
  'problem-product': 'technical',
  'problem-invoice': 'billing',
  'problem-other': 'other',
  'order-unconfirmed': 'order-check',
  'change-unconfirmed': 'order-check',
  'order-intake': 'order-check',
  'out-of-hours': 'callback',
  'queue-full': 'callback',
  'transfer-fault': 'callback',
  'left-queue': 'callback',
  'not-answered': 'callback',
  voicemail: 'voicemail',
  'voicemail-orders': 'voicemail',
  wish: 'wish',
  'refund-refused': 'billing',
};

/** Whose a case is from its beginning, where its reason says more than its type. */
export const departmentOfReason = (reason: string): Department =>
  reason === 'voicemail-orders' ? 'orders' : types[typeOfReason(reason)].department;

/** A complaint by key: its cause and how bad it is. */
const COMPLAINT = /^complaint-(defect|damage|wrong-item|other)-(normal|high)$/;

/** What the reason alone says of a case as it is opened. */
export function firstFields(reason: string): { readonly severity: Severity; readonly details: CaseDetails } {
  const [, cause, severity] = COMPLAINT.exec(reason) ?? [];
  const paymentProblem = /^payment-(unconfirmed|disputed)$/.exec(reason)?.[1];
  const known = {
    ...(paymentProblem === undefined ? {} : { paymentProblem }),
    ...(cause === undefined ? {} : { cause }),
  };
  const details = z.safeParse(caseDetails, known);
  return { severity: severity === 'high' ? 'high' : 'normal', details: details.data ?? {} };
}

export function typeOfReason(reason: string): CaseType {
  const known = Object.hasOwn(TYPE_OF_REASON, reason) ? TYPE_OF_REASON[reason] : undefined;
  if (known !== undefined) return known;
  if (COMPLAINT.test(reason)) return 'complaint';
  if (reason.startsWith('payment-')) return 'payment';
  if (reason.startsWith('return-')) return 'return';
  // What a desktop has opened says its type itself.
  return CASE_TYPES.find((type) => reason === `desk-${type}`) ?? 'other';
}

/** What has still to be asked before a case of this type can be resolved. */
export function missingDetails(type: CaseType, details: CaseDetails): readonly DetailName[] {
  return caseTypes[type].required.filter((name) => details[name] === undefined);
}

/** How much sooner, or later, a severity makes a case due. */
const SHARE: Readonly<Record<Severity, number>> = { low: 2, normal: 1, high: 0.5, urgent: 0.25 };

/** Time (ms) in which the centre is open, within which such a case is to be resolved. */
export function resolutionTimeMs(type: CaseType, severity: Severity): number {
  return caseTypes[type].resolvedWithinHours * SHARE[severity] * 60 * 60_000;
}
