/**
 * Where the strict engine, dynoxide 1.2.1, is known not to do as DynamoDB does; the embedded engine passes these.
 * A test of one of them is skipped in the strict run.
 */
import { test } from '@jest/globals';
import { engine } from './tables.ts';

export const dynoxideDifferences = {
  elementRemoval: 'dynoxide numbers list elements anew after each removal of one expression',
  indexKeyBytes: 'dynoxide takes index keys of more than 2,048 bytes',
  transactionalProjection: 'dynoxide ignores the projection of a transactional get',
  transactionalSyntax:
    'dynoxide cancels a transaction with a broken expression instead of refusing the request',
  missingPath: 'dynoxide takes a removal below an attribute that is not there',
  pathBelowNull: 'dynoxide makes a map of a null when something is set below it',
  timeToLiveTwice: 'dynoxide lets time to live be switched to what it is already',
  tokenExpiry: "dynoxide's client tokens live by the machine's clock",
  oldImageOfNothing: 'dynoxide returns the key as the old image of an item that an update makes',
} as const;

/** `test`, or `test.skip` in the strict run. */
export function testUnless(_difference: keyof typeof dynoxideDifferences): typeof test | typeof test.skip {
  return engine === 'dynalite' ? test : test.skip;
}
