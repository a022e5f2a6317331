/** Modules call each other in a circle, or more than five deep. */
import { MODULE_NESTING_MAX } from '../../limits.ts';
import type { FlowUnderCheck } from '../analysis/flow-under-check.ts';
import { adminguide } from '../evidence.ts';
import type { ExampleFlow, ExampleStep } from '../example.ts';
import { exampleFlow, hangUp } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

/** How deep modules run from here, this one counted; undefined where one of them runs inside itself. */
function depthOf(flow: FlowUnderCheck, above: readonly FlowUnderCheck[]): number | undefined {
  if (above.includes(flow)) return undefined;
  // Deeper than this the answer is too deep already.
  if (above.length > 2 * MODULE_NESTING_MAX) return 0;
  let deepest = 0;
  for (const target of new Set(
    flow.group().links.flatMap(({ kind, from, to }) => (kind === 'module' && from === flow ? [to] : [])),
  )) {
    const depth = depthOf(target, [...above, flow]);
    if (depth === undefined) return undefined;
    deepest = Math.max(deepest, depth);
  }
  return deepest + 1;
}

const run = (name: string): ExampleStep => ({
  type: 'InvokeFlowModule',
  parameters: { FlowModuleId: `$\{module.${name}}` },
  next: 'end',
  errors: { NoMatchingError: 'end' },
});
const module = (name: string, calls?: string): ExampleFlow =>
  exampleFlow(
    { ...(calls === undefined ? {} : { run: run(calls) }), end: { type: 'EndFlowModuleExecution' } },
    { name, type: 'MODULE', settings: {} },
  );

export const moduleNesting: Rule = {
  id: 'live/module-nesting',
  severity: 'error',
  what: 'Modules call each other in a circle, or more than five deep.',
  why: 'Connect runs modules in modules five levels deep and never one inside itself.',
  fix: 'Let one of them leave its result and the flow call the next.',
  evidence: { pages: [adminguide('contact-flow-modules')] },
  check: (flow) =>
    flow.steps.flatMap((step): Report[] =>
      flow
        .group()
        .from(step)
        .flatMap(({ kind, to }): Report[] => {
          if (kind !== 'module') return [];
          const depth = depthOf(to, [flow]);
          if (depth === undefined)
            return [
              {
                path: step.place,
                step: step.id,
                message: `module '${to.name}' leads back to '${flow.name}', and no module may run inside itself`,
              },
            ];
          if (depth <= MODULE_NESTING_MAX) return [];
          return [
            {
              path: step.place,
              step: step.id,
              message: `from here modules run ${depth} deep; ${MODULE_NESTING_MAX} is the limit`,
            },
          ];
        }),
    ),
  bad: { ...{ flows: [module('one', 'two'), module('two', 'one')] }, at: 'Actions[0]' },
  good: { flows: [exampleFlow({ run: run('two'), end: hangUp }), module('two')] },
};
