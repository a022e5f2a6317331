/** An input mixes the two forms of GetParticipantInput, or lacks a part of its form. */
import { isObject } from '../../language/json.ts';
import type { StepUnderCheck } from '../analysis/flow-under-check.ts';
import { adminguide, devguide, REPORTS } from '../evidence.ts';
import { alone, ask, hangUp } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

function formFaults({ action, place, id }: StepUnderCheck): readonly Report[] {
  const { Type, Parameters } = action;
  if (Type !== 'GetParticipantInput' || Parameters['EnableDTMFBuffer'] !== undefined) return [];
  const stores = String(Parameters['StoreInput']).toLowerCase() === 'true';
  const path = `${place}.Parameters.InputValidation`;
  if (stores && Parameters['InputValidation'] === undefined)
    return [
      {
        path,
        step: id,
        message: `Action is missing required property. Path: ${path}: stored input needs it`,
      },
    ];
  if (!stores && Parameters['StoreInput'] !== undefined && Parameters['InputValidation'] !== undefined)
    return [
      {
        path,
        step: id,
        message: `Invalid Action property name. Path: ${path}: it belongs to stored input, and StoreInput is not True`,
      },
    ];
  const validation = Parameters['InputValidation'];
  const isPhoneNumber = isObject(validation) && validation['PhoneNumberValidation'] !== undefined;
  if (Parameters['InputEncryption'] !== undefined && (!stores || isPhoneNumber)) {
    const encryption = `${place}.Parameters.InputEncryption`;
    const why = stores ? 'a telephone number cannot be encrypted' : 'only stored input can be encrypted';
    return [
      {
        path: encryption,
        step: id,
        message: `Invalid Action property name. Path: ${encryption}: ${why}`,
      },
    ];
  }
  return [];
}

export const inputForm: Rule = {
  id: 'publish/input-form',
  severity: 'error',
  what: 'An input mixes the two forms of GetParticipantInput, or lacks a part of its form.',
  why: 'A menu has StoreInput False, conditions and three error branches; stored input has StoreInput True, InputValidation and neither conditions nor a time-out branch. InputEncryption goes with CustomValidation only.',
  fix: 'Choose one form: for stored input that times out compare $.StoredCustomerInput with Timeout afterwards.',
  evidence: {
    pages: [devguide('participant-actions-getparticipantinput'), adminguide('store-customer-input')],
    reports: [REPORTS.flowAsCode, REPORTS.aboutErrors],
    seen: '302 of 303 real stored inputs have InputValidation and no time-out branch',
  },
  check: (flow) => (flow.older ? [] : flow.steps.flatMap(formFaults)),
  bad: {
    ...alone({
      number: {
        ...ask('Your number?', 'end', 'end'),
        parameters: { Text: 'Your number?', StoreInput: 'True', InputTimeLimitSeconds: '5' },
      },
      end: hangUp,
    }),
    at: 'Actions[0].Parameters.InputValidation',
  },
  good: alone({ number: ask('Your number?', 'end', 'end'), end: hangUp }),
};
