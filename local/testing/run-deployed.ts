/** Runs test cases on a deployed instance, and compares each run with the one here. */
import { differences } from './compare-runs.ts';
import { faulty, type Outcome } from './outcome.ts';
import { CONCURRENT_MAX, publishedCases, type RemoteInstance, runDeployed } from './remote.ts';
import { readRecords } from './remote-records.ts';

/** Outcomes in the order of the local ones; what differs from here is among the notes, and fails the case. */
export async function runAllDeployed(
  local: readonly Outcome[],
  instance: RemoteInstance,
): Promise<readonly Outcome[]> {
  const ids = await publishedCases(instance);
  const outcomes: Outcome[] = [];
  const waiting = [...local.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, here] = next;
      outcomes[index] = await runOne(here, ids.get(here.name), instance);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENT_MAX }, work));
  return outcomes;
}

async function runOne(here: Outcome, id: string | undefined, instance: RemoteInstance): Promise<Outcome> {
  const { file, name } = here;
  if (here.failure?.reasons.includes('INVALID_TEST_CASE') === true) return here;
  if (id === undefined)
    return faulty(file, name, `the instance has no published test case '${name}'; deploy the stack first`);
  const run = await runDeployed(instance, id);
  if (run.kind === 'not-run') return faulty(file, name, run.because);
  const { observations, failure } = readRecords(run.records);
  const status = run.status === 'PASSED' ? 'PASSED' : 'FAILED';
  const there: Outcome = {
    file,
    name,
    status,
    observations,
    failure:
      status === 'PASSED'
        ? null
        : (failure ?? {
            type: run.status,
            reasons: [],
            message: `the instance says ${run.status} and no more`,
            heard: [],
          }),
    moments: [],
    notes: [],
  };
  return compared(here, there);
}

/** Runs that disagree cannot both be right. */
function compared(here: Outcome, there: Outcome): Outcome {
  const found = differences(here, there);
  if (found.length === 0) return there;
  const message = found.join('; ');
  const failure = there.failure ?? { type: 'DIFFERENCE', reasons: ['DIFFERENT_RECORDS'], message, heard: [] };
  return { ...there, status: 'FAILED', failure, notes: found };
}
