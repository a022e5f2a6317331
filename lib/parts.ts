/** The product's own functions, tables and flows, as the stack takes them. */

import { findRecordings } from '../lambdas/find-recordings/contract.ts';
import type { CentreParts } from './callwright-stack.ts';
import { centreFlows } from './centre-flows.ts';
import type { Configuration } from './config.ts';
import { contactFunctions, eventFunctions, httpFunctions, scheduledFunctions } from './functions.ts';
import { functionBundlesFolder, queueMusicFile, testCasesFolder } from './paths.ts';
import { tables } from './tables.ts';
import { readTestCases } from './test-cases.ts';

/**
 * What the centre is made of; the bundles and the music must have been made.
 * @param isLocal whether it is synthesized for this machine and not for a deployment
 * @throws ConfigurationError where a flow of the catalogue has not been rendered, or breaks a rule
 */
export function productParts(configuration: Configuration, isLocal: boolean): CentreParts {
  const flows = centreFlows(configuration, isLocal);
  return {
    contracts: flows.pieces.length === 0 ? contactFunctions : [...contactFunctions, findRecordings],
    scheduled: scheduledFunctions,
    events: eventFunctions,
    http: httpFunctions,
    tables,
    testCases: readTestCases(testCasesFolder),
    ...flows,
    bundlesFolder: functionBundlesFolder,
    musicFile: queueMusicFile,
  };
}
