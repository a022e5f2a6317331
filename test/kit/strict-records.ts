/** Holds what the engine writes in every call of every test against the schemas that functions know. */
import * as z from 'zod/mini';
import type { Written } from '../../engine/contact/records/record-writer.ts';
import { agentEvent } from '../../lambdas/domain/records/agent-event.ts';
import { contactEvent } from '../../lambdas/domain/records/contact-event.ts';
import { contactRecord } from '../../lambdas/domain/records/contact-record.ts';

/** @param faults gets a sentence where something is not as its schema says: the test then fails at its end */
export function holdToSchema(written: Written, faults: unknown[]): void {
  const result =
    written.kind === 'contact-record'
      ? z.safeParse(contactRecord, written.record)
      : written.kind === 'contact-event'
        ? z.safeParse(contactEvent, written.event)
        : z.safeParse(agentEvent, written.event);
  if (result.success) return;
  const issue = result.error.issues[0];
  faults.push(`a ${written.kind} breaks its schema: ${issue?.path.join('.')} ${issue?.message}`);
}
