/** A module has no Settings. */
import { apiReference } from '../evidence.ts';
import { alone } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

export const moduleSettings: Rule = {
  id: 'publish/module-settings',
  severity: 'error',
  what: 'A module has no Settings.',
  why: 'The content of a module needs Settings with InputParameters, OutputParameters and Transitions.',
  fix: 'Add them; empty lists and the transitions Success and Error are what the console writes.',
  evidence: {
    pages: [apiReference('API_CreateContactFlowModule')],
    reports: ['live: two public repositories that create modules'],
    seen: '54 of 54 real modules have it',
  },
  check: ({ type, older, document }): readonly Report[] => {
    if (older || type !== 'MODULE' || document === undefined) return [];
    if (document.Settings !== undefined && document.Settings !== null) return [];
    return [{ path: 'Settings', message: 'JSON field is missing or null for field name: settings' }];
  },
  bad: { ...alone({ end: { type: 'EndFlowModuleExecution' } }, { type: 'MODULE' }), at: 'Settings' },
  good: alone(
    { end: { type: 'EndFlowModuleExecution' } },
    { type: 'MODULE', settings: { InputParameters: [], OutputParameters: [], Transitions: [] } },
  ),
};
