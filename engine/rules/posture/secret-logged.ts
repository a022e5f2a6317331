/** A card number or a PIN is keyed while the flow log or a recording is on. */
import { isEncryptedInput, isSecretInput, LOGGING, onSomeWay, RECORDING } from '../analysis/on-some-way.ts';
import { adminguide, REPORTS } from '../evidence.ts';
import type { ExampleStep } from '../example.ts';
import { alone, ask, hangUp } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

const log = (FlowLoggingBehavior: string, next: string): ExampleStep => ({
  type: 'UpdateFlowLoggingBehavior',
  parameters: { FlowLoggingBehavior },
  next,
});

const TONES = 'on some way to this step a recording is on, which has their tones';

export const secretLogged: Rule = {
  id: 'posture/secret-logged',
  severity: 'error',
  what: 'A card number or a PIN is keyed while the flow log or a recording is on.',
  why: 'Logs hold what was keyed and what functions were given, and a recording holds the tones.',
  fix: 'Turn the log off before the input and on again after the last step that needs the keys, and pause the recording; encrypt a card number besides.',
  evidence: {
    pages: [adminguide('set-logging-behavior'), adminguide('encrypt-data')],
    reports: [REPORTS.posture, REPORTS.inClear],
  },
  check: (flow) => {
    const facts = onSomeWay(flow.group());
    return flow.steps.flatMap((step): Report[] => {
      // Ciphertext may be logged; the tones of the keys are on a recording all the same.
      if (isEncryptedInput(step) && facts(flow, step, RECORDING) === true)
        return [{ path: step.place, step: step.id, message: `keys are encrypted here, and ${TONES}` }];
      if (!isSecretInput(step)) return [];
      const on = [
        ...(facts(flow, step, LOGGING) === true ? ['the flow log'] : []),
        ...(facts(flow, step, RECORDING) === true ? ['a recording'] : []),
      ];
      if (on.length === 0) return [];
      return [
        {
          path: step.place,
          step: step.id,
          message: `a secret is asked for here, and on some way to this step ${on.join(' and ')} is on`,
        },
      ];
    });
  },
  bad: {
    ...alone({ on: log('Enabled', 'pin'), pin: ask('Please enter your PIN.', 'end', 'end'), end: hangUp }),
    at: 'Actions[1]',
  },
  good: alone({
    on: log('Enabled', 'off'),
    off: log('Disabled', 'pin'),
    pin: ask('Please enter your PIN.', 'end', 'end'),
    end: hangUp,
  }),
};
