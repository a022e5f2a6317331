/** Mirrors the cases that the stream of their table names into Amazon Connect Cases. */

import { caseChangeFunction } from '../runtime/case-change-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { casesApi } from './cases-api.ts';
import { mirrorCases } from './contract.ts';
import { mirror } from './mirror.ts';

const terms = environmentValue(mirrorCases, 'CONNECT_CASES');
const parts = {
  terms,
  table: { client: openDatabase(mirrorCases), name: tableName('cases') },
  api: casesApi(terms.domainId, mirrorCases.attemptTimeoutMs),
};

export const handler = caseChangeFunction(mirrorCases, (caseNumber, { signal }) =>
  mirror(caseNumber, parts, signal),
);
