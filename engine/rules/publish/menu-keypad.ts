/** A menu has keypad settings; sources conflict on whether it may. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp, menu } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

export const menuKeypad: Rule = {
  id: 'publish/menu-keypad',
  severity: 'warning',
  what: 'A menu has keypad settings; sources conflict on whether it may.',
  why: 'One source found DTMFConfiguration refused where StoreInput is False, and 16 of 279 real menus have it.',
  fix: 'Leave it out: a menu takes one key, so there is nothing to set.',
  evidence: {
    pages: [devguide('participant-actions-getparticipantinput')],
    reports: [REPORTS.builder],
    seen: '16 of 279 real menus have it',
  },
  check: (flow) =>
    flow.older
      ? []
      : flow.steps.flatMap(({ action: { Type, Parameters }, place, id }): Report[] => {
          const isMenu =
            Type === 'GetParticipantInput' && String(Parameters['StoreInput']).toLowerCase() === 'false';
          if (
            !isMenu ||
            Parameters['DTMFConfiguration'] === undefined ||
            Parameters['EnableDTMFBuffer'] !== undefined
          )
            return [];
          const path = `${place}.Parameters.DTMFConfiguration`;
          const message = `Invalid Action property name. Path: ${path}: sources conflict on whether a menu may have it`;
          return [{ path, step: id, message }];
        }),
  bad: {
    ...alone({
      choose: {
        ...menu({ '1': 'end' }, 'end'),
        parameters: {
          Text: 'Press 1.',
          StoreInput: 'False',
          InputTimeLimitSeconds: '5',
          DTMFConfiguration: { InterdigitTimeLimitSeconds: '5' },
        },
      },
      end: hangUp,
    }),
    at: 'Actions[0].Parameters.DTMFConfiguration',
  },
  good: alone({ choose: menu({ '1': 'end' }, 'end'), end: hangUp }),
};
