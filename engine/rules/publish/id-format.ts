/** A name stands where the id or the ARN of a resource belongs. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

const ID_PARAMETERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['CheckHoursOfOperation', ['HoursOfOperationId']],
  ['CreateTask', ['ContactFlowId']],
  ['InvokeFlowModule', ['FlowModuleId']],
  ['MessageParticipant', ['PromptId']],
  ['TransferToFlow', ['ContactFlowId']],
  ['UpdateContactTargetQueue', ['QueueId']],
]);

/** White space is in no id, no ARN and no placeholder of a template. */
const isName = (value: string): boolean =>
  /\s/.test(value.trim()) && !/[${}<%]/.test(value) && !value.startsWith('arn:');

export const idFormat: Rule = {
  id: 'publish/id-format',
  severity: 'error',
  what: 'A name stands where the id or the ARN of a resource belongs.',
  why: 'Queues, hours, prompts and flows are named by id or ARN; a name as the console shows it is no id.',
  fix: 'Write the ARN, the id, a reference as this product has them, or $.Attributes.name.',
  evidence: {
    pages: [devguide('flow-control-actions-checkhoursofoperation')],
    reports: [REPORTS.builder],
    seen: 'CreateTask with SELECT CONTACT FLOW, a saved draft',
  },
  check: (flow) =>
    flow.older
      ? []
      : flow.steps.flatMap((step) =>
          (ID_PARAMETERS.get(step.action.Type) ?? []).flatMap((name): Report[] => {
            const value = step.action.Parameters[name];
            if (typeof value !== 'string' || !isName(value)) return [];
            const path = `${step.place}.Parameters.${name}`;
            return [
              {
                path,
                step: step.id,
                message: `Not a supported id format. Path: ${path}: '${value}' is neither id nor ARN`,
              },
            ];
          }),
        ),
  bad: {
    ...alone({
      hours: {
        type: 'CheckHoursOfOperation',
        parameters: { HoursOfOperationId: 'Basic Hours' },
        next: 'end',
        errors: { NoMatchingError: 'end' },
        cases: { True: 'end', False: 'end' },
      },
      end: hangUp,
    }),
    at: 'Actions[0].Parameters.HoursOfOperationId',
  },
  good: alone({
    hours: {
      type: 'CheckHoursOfOperation',
      parameters: { HoursOfOperationId: '7e2f4c1a-0000-4000-8000-000000000001' },
      next: 'end',
      errors: { NoMatchingError: 'end' },
      cases: { True: 'end', False: 'end' },
    },
    end: hangUp,
  }),
};
