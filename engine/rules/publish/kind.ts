/** An object, a list or a text stands where another kind of value belongs. */
import type { Shape } from '../../language/parameters.ts';
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp, setQueue } from '../example.ts';
import type { Rule } from '../rule.ts';
import { faulty, shown } from './value-fault.ts';

const KINDS: Readonly<Record<Shape['kind'], string>> = {
  text: 'a text',
  number: 'a number as text',
  choice: 'one of its words',
  map: 'an object of names and values',
  list: 'a list',
  object: 'an object',
  json: 'JSON',
};

export const kind: Rule = {
  id: 'publish/kind',
  severity: 'error',
  what: 'An object, a list or a text stands where another kind of value belongs.',
  why: 'Each parameter has one shape: a queue is a text, the events of a hook are an object.',
  fix: 'Give the value in the shape that the message names.',
  evidence: { pages: [devguide('flow-language-actions')], reports: [REPORTS.builder, REPORTS.flowAsCode] },
  check: (flow) =>
    faulty(flow, 'kind', (shape, value) => `it needs ${KINDS[shape.kind]}, not ${shown(value)}`),
  bad: {
    ...alone({
      queue: {
        type: 'UpdateContactTargetQueue',
        parameters: { QueueId: { Id: 'x' } },
        next: 'end',
        errors: { NoMatchingError: 'end' },
      },
      end: hangUp,
    }),
    at: 'Actions[0].Parameters.QueueId',
  },
  good: alone({ queue: setQueue('end', 'end'), end: hangUp }),
};
