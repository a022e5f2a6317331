/** What calls have taken of a flow, read again while somebody looks. */
import { useEffect, useState } from 'react';
import { coverageRecord } from '../../coverage-shown.ts';
import type { CoveredFlow } from '../map/covered-flow.ts';
import { read } from './read.ts';

const READ_EVERY_MS = 2_000;

/** Undefined while nobody wants it, or nothing is known yet. */
export function useCoverage(flow: string | undefined): CoveredFlow | undefined {
  const [covered, setCovered] = useState<CoveredFlow>();
  useEffect(() => {
    setCovered(undefined);
    if (flow === undefined) return;
    let wanted = true;
    const look = async (): Promise<void> => {
      const { value } = await read('/coverage.json', coverageRecord);
      if (wanted && value !== undefined) setCovered(value.flows.find((each) => each.flow === flow));
    };
    void look();
    const timer = setInterval(() => void look(), READ_EVERY_MS);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [flow]);
  return covered;
}
