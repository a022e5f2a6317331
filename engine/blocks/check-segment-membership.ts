/** CheckSegmentMembership: asks whether the customer belongs to a segment. */
import { openObject } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { COMPARE_OPERATORS } from './compare.ts';
import { branchesBy, EVERY_CHANNEL, SILENT } from './forms.ts';

/** The page names no parameter and no export holds one, so that all are taken; a sandbox refused the type on 2026-10-05. */
export const checkSegmentMembership = declareBlock({
  type: 'CheckSegmentMembership',
  purpose: 'Branches on whether the customer belongs to a segment of customer profiles.',
  see: 'adminguide/journey-flow-block-customer-profiles',
  parameters: openObject({}),
  branches: () => branchesBy({ kind: 'any', operators: COMPARE_OPERATORS }, ['NoMatchingError']),
  flowTypes: ['CAMPAIGN', 'CONTACT_FLOW', 'MODULE'],
  channels: EVERY_CHANNEL,
  facts: SILENT,
  logName: 'CheckSegmentMembership',
  notRunBecause: 'its parameters are not published',
});
