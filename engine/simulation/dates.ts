/** Days of the year on which centres have failed: a scenario is moved there by a fault of its plan. */
import type { FaultName } from './fault-catalogue.ts';
import { plannedFaults } from './faults.ts';
import type { Scenario } from './scenario.ts';
import { ScenarioUnfit } from './scenario-unfit.ts';
import { HOUR_MS } from './tally.ts';

/** In America/New_York two o'clock becomes one o'clock. */
const CLOCKS_GO_BACK = '2026-11-01T06:00:00Z';
const LEAP_DAY = '2028-02-29';

export interface Dated {
  readonly scenario: Scenario;
  /** The fault that has moved it, which happens at `atMs` if the day goes on for so long. */
  readonly fault: FaultName | undefined;
  readonly atMs: number;
}

/** @throws ScenarioUnfit for two dates at once */
export function datedScenario(scenario: Scenario): Dated {
  const planned = plannedFaults(scenario.faults);
  const saving = planned.includes('daylight-saving');
  const leap = planned.includes('leap-day');
  if (saving && leap)
    throw new ScenarioUnfit([
      {
        place: 'faults',
        problem: "'daylight-saving' and 'leap-day' are two dates, and a day has one; choose one of them",
      },
    ]);
  if (saving) {
    // In the middle of the day, so that calls come before it and after it.
    const atMs = Date.parse(CLOCKS_GO_BACK);
    const startMs = atMs - (scenario.profile.length / 2) * HOUR_MS;
    return {
      scenario: { ...scenario, startsAt: new Date(startMs).toISOString() },
      fault: 'daylight-saving',
      atMs,
    };
  }
  if (leap) {
    const startsAt = scenario.startsAt.replace(/^\d{4}-\d{2}-\d{2}/, LEAP_DAY);
    return { scenario: { ...scenario, startsAt }, fault: 'leap-day', atMs: Date.parse(startsAt) };
  }
  return { scenario, fault: undefined, atMs: Number.NaN };
}
