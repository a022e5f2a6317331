/** The product's own functions, tables and flows, as the stack takes them. */

import { findRecordings } from '../lambdas/find-recordings/contract.ts';
import { centreFlows } from './centre-flows.ts';
import type { CentreParts } from './centre-parts.ts';
import type { Configuration } from './config.ts';
import {
  backgroundFunctions,
  contactFunctions,
  eventFunctions,
  httpFunctions,
  paymentBackground,
  paymentFunctions,
  scheduledFunctions,
  settlePayments,
  surveyFunctions,
} from './functions.ts';
import { beepFile, functionBundlesFolder, queueMusicFile, testCasesFolder } from './paths.ts';
import { paymentConfiguration } from './payments.ts';
import { tables } from './tables.ts';
import { readTestCases } from './test-cases.ts';

/**
 * What the centre is made of; the bundles and the music must have been made.
 * @param isLocal whether it is synthesized for this machine and not for a deployment
 * @param isPretended whether a pretended bank takes payments
 * @throws ConfigurationError where a flow of the catalogue has not been rendered, or breaks a rule
 */
export function productParts(
  configuration: Configuration,
  isLocal: boolean,
  isPretended = isLocal,
): CentreParts {
  const payments = paymentConfiguration(configuration, isPretended);
  const pays = payments !== undefined;
  const { survey: surveys, messages } = configuration;
  const flows = centreFlows(configuration, isLocal, {}, { pays, surveys, texts: messages.sms });
  return {
    contracts: [
      ...contactFunctions,
      ...(pays ? paymentFunctions : []),
      ...(surveys ? surveyFunctions : []),
      ...(flows.pieces.length === 0 ? [] : [findRecordings]),
    ],
    background: pays ? [...backgroundFunctions, ...paymentBackground] : backgroundFunctions,
    scheduled: pays ? [...scheduledFunctions, settlePayments] : scheduledFunctions,
    events: eventFunctions,
    http: httpFunctions,
    tables,
    testCases: readTestCases(testCasesFolder),
    ...flows,
    ...(pays ? { payments } : {}),
    bundlesFolder: functionBundlesFolder,
    musicFile: queueMusicFile,
    beepFile,
  };
}
