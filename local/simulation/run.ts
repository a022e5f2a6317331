/** Runs a simulated day on what the assembly deploys: its flows, its hours, its functions or models of them. */
import type { CoverageRecord } from '../../engine/coverage/flow-coverage.ts';
import { FlowCoverage } from '../../engine/coverage/flow-coverage.ts';
import { runModelledDay, simulateDay } from '../../engine/simulation/day.ts';
import type { DayOver } from '../../engine/simulation/day-options.ts';
import type { Caller } from '../../engine/simulation/people.ts';
import { type DayResult, dayResult } from '../../engine/simulation/result.ts';
import type { Scenario } from '../../engine/simulation/scenario.ts';
import { bootCloud, type Cloud } from '../cloud.ts';
import { type Cost, costsOf } from './costs.ts';
import { type FunctionTime, FunctionTimes } from './function-times.ts';

export interface SimulationOptions {
  readonly assemblyFolder: string;
  readonly scenario: Scenario;
  readonly seed: number;
  readonly functions: 'modelled' | 'real';
  /** Whether the transitions that contacts take are counted; it costs time. */
  readonly covers: boolean;
  /** Real functions find their callers in the tables: what is in them, and who may call. */
  prepare(cloud: Cloud): Promise<readonly Caller[]>;
}

export interface Simulation {
  readonly result: DayResult;
  readonly costs: readonly Cost[];
  readonly coverage: CoverageRecord | undefined;
  /** Where functions are real: what they took by this machine's clock, which no seed decides. */
  readonly measured: readonly FunctionTime[];
}

/**
 * @throws LawBroken with the seed, FaultsMissing where a planned fault never happened, ScenarioUnfit for a scenario that
 * does not fit what is deployed
 */
export async function simulate(options: SimulationOptions): Promise<Simulation> {
  const { assemblyFolder, scenario, seed, functions } = options;
  const nowMs = Date.parse(scenario.startsAt);
  const cloud = await bootCloud({
    assemblyFolder,
    clock: { kind: 'virtual', nowMs, seed },
    runsSchedules: false,
    records: false,
  });
  try {
    const { instance } = cloud.centre;
    const times = new FunctionTimes(instance.flows);
    const coverage = options.covers ? new FlowCoverage(instance.flows) : undefined;
    const day = {
      scenario,
      instance,
      seed,
      ...(coverage === undefined ? {} : { observe: coverage.see.bind(coverage) }),
    };
    const over =
      functions === 'modelled'
        ? runModelledDay(day)
        : await runDayWithFunctions(cloud, { ...day, callers: await options.prepare(cloud) }, times);
    const result = dayResult(over, seed, functions);
    const missing = result.faults.filter(({ applied }) => applied === 0).map(({ fault }) => fault);
    if (missing.length > 0) throw new FaultsMissing(missing);
    const memory = new Map(cloud.functions.definitions().map(({ name, memoryMb }) => [name, memoryMb]));
    const memoryMb = (name: string) =>
      [...memory].find(([deployed]) => deployed === name || deployed.endsWith(`-${name}`))?.[1];
    return {
      result,
      costs: costsOf(result, memoryMb),
      coverage: coverage?.record(),
      measured: times.measured(),
    };
  } finally {
    await cloud.close();
  }
}

/** One invocation after the other, in the order of the day: a run is the same on a fast machine and on a slow one. */
async function runDayWithFunctions(
  cloud: Cloud,
  options: Omit<Parameters<typeof simulateDay>[0], 'functions'>,
  times: FunctionTimes,
): Promise<DayOver> {
  const day = simulateDay({ ...options, functions: 'asked' });
  let next = day.next();
  while (next.done !== true) {
    const { request, atMs } = next.value;
    const startedAtMs = performance.now();
    const reply = await cloud.invoke(request, atMs);
    times.add(request.functionArn, performance.now() - startedAtMs);
    next = day.next(reply);
  }
  return next.value;
}

/** Faults that were planned and never happened: the run says nothing about them. */
export class FaultsMissing extends Error {
  override readonly name = 'FaultsMissing';

  constructor(faults: readonly string[]) {
    super(
      `${faults.length === 1 ? 'a planned fault' : `${faults.length} planned faults`} never happened: ${faults.join(', ')}; give more calls, or leave ${faults.length === 1 ? 'it' : 'them'} out`,
    );
  }
}
