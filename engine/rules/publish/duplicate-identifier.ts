/** Two actions have the same identifier. */
import { devguide } from '../evidence.ts';
import { alone, hangUp } from '../example.ts';
import type { Rule } from '../rule.ts';
import { misread } from './refused.ts';

const end = '{"Identifier":"end","Type":"DisconnectParticipant","Parameters":{},"Transitions":{}}';
const TWICE = `{"Version":"2019-10-30","StartAction":"end","Actions":[${end},${end}]}`;

export const duplicateIdentifier: Rule = {
  id: 'publish/duplicate-identifier',
  severity: 'error',
  what: 'Two actions have the same identifier.',
  why: 'A branch that names it would lead to two places.',
  fix: 'Give one of them another name.',
  evidence: { pages: [devguide('flow-language-actions')], seen: '436 of 436 real flows keep it' },
  check: (flow) =>
    misread(
      flow,
      ['flow/duplicate-identifier'],
      ({ message, path }) => `Invalid Action property value. Path: ${path}: ${message}`,
    ),
  bad: { ...{ flows: [{ name: 'example', text: TWICE }] }, at: 'Actions[1].Identifier' },
  good: alone({ end: hangUp }),
};
