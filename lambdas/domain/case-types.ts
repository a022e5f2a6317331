/** The types of cases: what each asks before it can be resolved, who works on it, and how soon. */

import type { CaseDetails, DetailName } from './case-details.ts';

export const DEPARTMENTS = ['support', 'orders', 'shipping', 'technical', 'quality', 'billing'] as const;
/** Who works on a case. */
export type Department = (typeof DEPARTMENTS)[number];

export const SEVERITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The next severity up; the highest stays. */
export function moreSevere(severity: Severity): Severity {
  return SEVERITIES[SEVERITIES.indexOf(severity) + 1] ?? 'urgent';
}

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
