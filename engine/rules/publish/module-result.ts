/** A module ends with a result; sources conflict on whether the API takes it. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

export const moduleResult: Rule = {
  id: 'publish/module-result',
  severity: 'warning',
  what: 'A module ends with a result; sources conflict on whether the API takes it.',
  why: 'An export with Result or ResultData was refused, and newer instances check it against the branches that the Settings declare.',
  fix: 'Declare the branches in the resource-level settings of the module, or leave the result in contact attributes.',
  evidence: {
    pages: [devguide('endflowmoduleexecution')],
    reports: ['live: a public repository that creates modules', REPORTS.flowAsCode],
  },
  check: (flow) =>
    flow.older
      ? []
      : flow.steps.flatMap(({ action: { Type, Parameters }, place, id }): Report[] =>
          Type === 'EndFlowModuleExecution'
            ? ['Result', 'ResultData'].flatMap((name): Report[] => {
                const path = `${place}.Parameters.${name}`;
                const message = `Invalid Action property name. Path: ${path}: sources conflict on whether the API takes it`;
                return Parameters[name] === undefined ? [] : [{ path, step: id, message }];
              })
            : [],
        ),
  bad: {
    ...alone(
      { end: { type: 'EndFlowModuleExecution', parameters: { Result: 'Done' } } },
      { type: 'MODULE', settings: {} },
    ),
    at: 'Actions[0].Parameters.Result',
  },
  good: alone({ end: { type: 'EndFlowModuleExecution' } }, { type: 'MODULE', settings: {} }),
};
