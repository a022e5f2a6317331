/** The product's own functions, tables and flows, as the stack takes them. */

import { catalogue } from '../contact-flows/catalogue.ts';
import type { CentreParts } from './callwright-stack.ts';
import { checkedFlows } from './flow-check.ts';
import { contactFunctions, eventFunctions, httpFunctions, scheduledFunctions } from './functions.ts';
import { functionBundlesFolder, queueMusicFile, renderedFlowsFolder, testCasesFolder } from './paths.ts';
import { readRenderedFlows } from './rendered-flows.ts';
import { tables } from './tables.ts';
import { readTestCases } from './test-cases.ts';

/**
 * What the centre is made of; the bundles and the music must have been made.
 * @throws ConfigurationError where a flow of the catalogue has not been rendered, or breaks a rule
 */
export function productParts(): CentreParts {
  return {
    contracts: contactFunctions,
    scheduled: scheduledFunctions,
    events: eventFunctions,
    http: httpFunctions,
    tables,
    testCases: readTestCases(testCasesFolder),
    flows: checkedFlows(readRenderedFlows(catalogue(), renderedFlowsFolder)),
    bundlesFolder: functionBundlesFolder,
    musicFile: queueMusicFile,
  };
}
