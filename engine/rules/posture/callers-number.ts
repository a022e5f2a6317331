/** A caller has a say in the number that is dialled. */
import type { Reference } from '../../language/jsonpath.ts';
import type { StepUnderCheck } from '../analysis/flow-under-check.ts';
import { compared, onEveryWay } from '../analysis/on-every-way.ts';
import { callersSay } from '../analysis/origin.ts';
import { referencesOf } from '../analysis/readings.ts';
import { adminguide, REPORTS } from '../evidence.ts';
import type { ExampleStep } from '../example.ts';
import { alone, ask, hangUp } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

/** Parameters that hold a number to dial. */
const DIALS: ReadonlyMap<string, string> = new Map([
  ['TransferParticipantToThirdParty', 'ThirdPartyPhoneNumber'],
  ['UpdateContactCallbackNumber', 'CallbackNumber'],
]);

/** Whoever shows a number of an expensive line is put through to it; called back it is what the caller wants. */
const ownNumber = (step: StepUnderCheck, { segments, text }: Reference): string | undefined =>
  step.action.Type === 'TransferParticipantToThirdParty' && segments[0] === 'CustomerEndpoint'
    ? `${text} is the number that the caller shows`
    : undefined;

const dial = (ThirdPartyPhoneNumber: string): ExampleStep => ({
  type: 'TransferParticipantToThirdParty',
  parameters: {
    ThirdPartyPhoneNumber,
    ThirdPartyConnectionTimeLimitSeconds: '30',
    ContinueFlowExecution: 'False',
  },
  next: 'end',
  errors: { NoMatchingError: 'end' },
});

export const callersNumber: Rule = {
  id: 'posture/callers-number',
  severity: 'error',
  what: 'A caller has a say in the number that is dialled.',
  why: 'Toll fraud: who chooses the destination of a transfer or a callback lets the centre pay for calls to expensive numbers.',
  fix: 'Dial numbers that the flow or a table holds; call back to $.CustomerEndpoint.Address, or compare the number with what is allowed before.',
  evidence: {
    pages: [adminguide('transfer-to-phone-number'), adminguide('set-callback-number')],
    reports: [REPORTS.posture],
    seen: '6 of 13 real callback steps take the keys of the caller',
  },
  check: (flow) => {
    const facts = onEveryWay(flow.group());
    return flow.steps.flatMap((step): Report[] => {
      const name = DIALS.get(step.action.Type);
      const number = name === undefined ? undefined : step.action.Parameters[name];
      if (typeof number !== 'string') return [];
      return referencesOf(number).flatMap((reference): Report[] => {
        const why = ownNumber(step, reference) ?? callersSay(flow, reference);
        if (why === undefined || facts(flow, step, compared(reference.text)) === true) return [];
        return [
          {
            path: `${step.place}.Parameters.${name}`,
            step: step.id,
            message: `the number is dialled, and ${why}`,
          },
        ];
      });
    });
  },
  bad: {
    ...alone({
      number: ask('Which number?', 'dial', 'end'),
      dial: dial('$.StoredCustomerInput'),
      end: hangUp,
    }),
    at: 'Actions[1].Parameters.ThirdPartyPhoneNumber',
  },
  good: alone({ dial: dial('+12025550123'), end: hangUp }),
};
