/** Keeps the number of a caller who would rather be called back than wait. */
import { call } from '../engine/authoring/calling.ts';
import { openCase } from '../lambdas/open-case/contract.ts';
import { attributes } from './attributes.ts';

/** However often a caller asks, and wherever, it is one case. */
export const keepNumber = <const Target extends string>(ways: {
  readonly opened: Target;
  /** The number has a call to come, and by when. */
  readonly promised: Target;
  /** That time has passed. */
  readonly late: Target;
  readonly withheld: Target;
  readonly onFault: Target;
}) =>
  call(openCase, {
    parameters: {
      reason: 'left-queue',
      customerId: attributes.customerId,
      verified: attributes.verified,
    },
    outcomes: {
      opened: ways.opened,
      promised: ways.promised,
      late: ways.late,
      'no-number': ways.withheld,
    },
    onFault: ways.onFault,
  });
