/** InvokeLambdaFunction under test: the function runs for real, another in its place, or the test case answers. */
import type { Behaviour, Block, Happening, Waiting } from '../blocks/block.ts';
import type { BlockResult, BlockStep } from '../blocks/step.ts';
import { scalar } from '../blocks/wire-values.ts';
import type { Json } from '../language/flow.ts';
import type { JsonObject } from '../language/json.ts';
import type { Probe } from './probe.ts';
import { ask, behaviourWith, reachedAction, STAND_STILL } from './probe-forms.ts';
import type { Strategy } from './test-case.ts';
import { withChanges } from './with-changes.ts';

/** How one run of the block goes; kept in what the block waits for. */
interface Plan {
  readonly asked: string;
  readonly strategy?: Strategy;
}

/** The timer after which the test case answers; the block has its own limit beside it. */
const MOCK_TIMER = 'mocked-answer';
const MOCK_INVOCATION = 'mocked-invocation';

export const probeFunction = (block: Block, probe: Probe): Block => ({
  ...block,
  prepare: (parameters) => ({
    run(step) {
      const asked = step.text(scalar(parameters['LambdaFunctionARN']) ?? '');
      const answer = ask(probe, step, 'InvokeLambdaFunction', asked);
      if (answer === 'stand-still') return STAND_STILL;
      const plan: Plan = answer === 'go-on' ? { asked } : { asked, strategy: answer };
      return play(probe, step, plan, (door) => begin(door, planned(block, parameters, plan), plan));
    },
    resume(step, waiting, happened) {
      const { plan } = waiting;
      if (!isPlan(plan)) return { kind: 'wait', waiting };
      const { strategy } = plan;
      const due = happened.kind === 'time' && happened.timer === MOCK_TIMER;
      const told =
        due && strategy !== undefined && strategy.kind !== 'substitute' ? mocked(strategy) : happened;
      const behaviour = planned(block, parameters, plan);
      return play(probe, step, plan, (door) => resumed(behaviour, door, waiting, told));
    },
  }),
});

const isPlan = (value: unknown): value is Plan =>
  typeof value === 'object' && value !== null && 'asked' in value;

function planned(block: Block, parameters: Readonly<Record<string, Json>>, { strategy }: Plan): Behaviour {
  return strategy?.kind === 'substitute'
    ? behaviourWith(block, { ...parameters, LambdaFunctionARN: strategy.arn })
    : behaviourWith(block, parameters);
}

function begin(door: BlockStep, behaviour: Behaviour, { strategy }: Plan): BlockResult {
  const begun = behaviour.run(door);
  if (begun.kind !== 'wait' || strategy === undefined || strategy.kind === 'substitute') return begun;
  if (strategy.delaySeconds === 0) return resumed(behaviour, door, begun.waiting, mocked(strategy));
  door.startTimer(MOCK_TIMER, strategy.delaySeconds * 1000);
  return begun;
}

const resumed = (behaviour: Behaviour, step: BlockStep, waiting: Waiting, happened: Happening): BlockResult =>
  behaviour.resume?.(step, waiting, happened) ?? { kind: 'wait', waiting };

/** A mocked function is never invoked. */
function play(probe: Probe, step: BlockStep, plan: Plan, go: (door: BlockStep) => BlockResult): BlockResult {
  let external: JsonObject = {};
  const state = withChanges(step.state, {
    setExternal(result) {
      external = result;
      step.state.setExternal(result);
    },
  });
  const isMocked = plan.strategy !== undefined && plan.strategy.kind !== 'substitute';
  const result = go(withChanges(step, { state, ...(isMocked ? { invoke: () => MOCK_INVOCATION } : {}) }));
  if (result.kind === 'wait') return { kind: 'wait', waiting: { ...result.waiting, plan } };
  if (result.kind === 'next')
    probe.completed(reachedAction(step, 'InvokeLambdaFunction', plan.asked), { External: external });
  return result;
}

function mocked(strategy: Exclude<Strategy, { kind: 'substitute' }>): Happening {
  return {
    kind: 'function-answered',
    invocationId: MOCK_INVOCATION,
    answer:
      strategy.kind === 'result'
        ? { kind: 'returned', payload: strategy.value }
        : { kind: 'failed', retryable: false, message: `the test case answers with ${strategy.error}` },
  };
}
