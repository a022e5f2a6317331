/** EventHooksConfiguration: sources conflict on whether the API takes it. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

const hook = {
  type: 'UpdateContactEventHooks',
  parameters: { EventHooks: { AgentWhisper: 'whisper' } },
  next: 'end',
  errors: { NoMatchingError: 'end' },
};

export const hooksConfiguration: Rule = {
  id: 'publish/hooks-configuration',
  severity: 'warning',
  what: 'EventHooksConfiguration: sources conflict on whether the API takes it.',
  why: 'The console writes it into exports, and an instance has answered such an export with a refusal.',
  fix: 'Leave it out unless a whisper must be switched off; then try it on a test instance.',
  evidence: {
    pages: [devguide('contact-actions-updatecontacteventhooks')],
    reports: [REPORTS.flowAsCode],
    seen: '13 of 86 real steps have it',
  },
  check: (flow) =>
    flow.older
      ? []
      : flow.steps.flatMap(({ action: { Type, Parameters }, place, id }): Report[] => {
          if (Type !== 'UpdateContactEventHooks' || Parameters['EventHooksConfiguration'] === undefined)
            return [];
          const path = `${place}.Parameters.EventHooksConfiguration`;
          return [
            {
              path,
              step: id,
              message: `Action does not support conditions. Path: ${path}: sources conflict on whether the API takes it`,
            },
          ];
        }),
  bad: {
    ...alone({
      hook: {
        ...hook,
        parameters: {
          EventHooks: { AgentWhisper: 'whisper' },
          EventHooksConfiguration: { AgentWhisper: { DisableExecution: 'true' } },
        },
      },
      end: hangUp,
    }),
    at: 'Actions[0].Parameters.EventHooksConfiguration',
  },
  good: alone({ hook, end: hangUp }),
};
