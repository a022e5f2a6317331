/** A hook step names no event, more than one, or a flow of another type. */
import { HOOK_FLOW_TYPES } from '../../blocks/update-contact-event-hooks.ts';
import type { Json } from '../../language/flow.ts';
import { isObject } from '../../language/json.ts';
import { devguide, REPORTS } from '../evidence.ts';
import type { ExampleStep } from '../example.ts';
import { alone, hangUp } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

const hooks = (EventHooks: Json): ExampleStep => ({
  type: 'UpdateContactEventHooks',
  parameters: { EventHooks },
  next: 'end',
  errors: { NoMatchingError: 'end' },
});

export const eventHooks: Rule = {
  id: 'live/event-hooks',
  severity: 'warning',
  what: 'A hook step names no event, more than one, or a flow of another type.',
  why: 'The service takes it when the flow is created, and the hook is not set when the call comes.',
  fix: 'Give each event a step of its own, with a flow of the type that the event runs.',
  evidence: {
    pages: [devguide('contact-actions-updatecontacteventhooks')],
    reports: [REPORTS.flowAsCode],
    seen: '83 of 86 real steps name exactly one event',
  },
  check: (flow) =>
    flow.steps.flatMap((step): Report[] => {
      if (step.action.Type !== 'UpdateContactEventHooks') return [];
      const hooks = step.action.Parameters['EventHooks'];
      const events = isObject(hooks) ? Object.keys(hooks) : [];
      const path = `${step.place}.Parameters.EventHooks`;
      if (events.length !== 1)
        return [
          {
            path,
            step: step.id,
            message: `the step names ${events.length} events; only one of them can be set, in a step of its own`,
          },
        ];
      return flow
        .group()
        .from(step)
        .flatMap(({ hook, to }): Report[] => {
          const wanted = Object.hasOwn(HOOK_FLOW_TYPES, hook ?? '') ? HOOK_FLOW_TYPES[hook ?? ''] : undefined;
          if (wanted === undefined || !to.typeIsKnown || to.type === wanted) return [];
          return [
            { path, step: step.id, message: `${hook} needs a ${wanted}, and '${to.name}' is a ${to.type}` },
          ];
        });
    }),
  bad: {
    ...alone({ hooks: hooks({ AgentHold: 'hold', CustomerHold: 'hold' }), end: hangUp }),
    at: 'Actions[0].Parameters.EventHooks',
  },
  good: alone({ hooks: hooks({ AgentHold: 'hold' }), end: hangUp }),
};
