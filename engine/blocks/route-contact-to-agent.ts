/** RouteContactToAgent: asks an agent to interrupt other work for this contact. */
import { openObject } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { COMPARE_OPERATORS } from './compare.ts';
import { branchesBy, EVERY_CHANNEL, SILENT } from './forms.ts';

/** The page names no parameter and no export holds one, so that all are taken; a sandbox refused the type on 2026-10-05. */
export const routeContactToAgent = declareBlock({
  type: 'RouteContactToAgent',
  purpose: 'Offers the contact to an agent who is busy with another.',
  see: 'adminguide/interrupt-agent',
  parameters: openObject({}),
  branches: () => branchesBy({ kind: 'any', operators: COMPARE_OPERATORS }, ['NoMatchingError']),
  flowTypes: ['CUSTOMER_QUEUE', 'MODULE'],
  channels: EVERY_CHANNEL,
  facts: SILENT,
  logName: 'RouteContactToAgent',
  notRunBecause: 'its parameters are not published',
});
