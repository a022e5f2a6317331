/** How fast flows are checked: the real ones beside the repository, and a generated one that grows. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFlows } from '../../engine/rules/check-flows.ts';
import type { Figures } from './area.ts';
import { generatedFlow } from './generated-flow.ts';
import { median } from './median.ts';

const FOLDER = join(process.cwd(), '..', 'shared', 'flows');
const ROUNDS = 5;

/** One core: processor time is counted, so that a busy machine does not slow the figure down. */
export async function benchRules(): Promise<Figures> {
  const figures: Record<string, { value: number; unit: string }> = {};
  if (existsSync(FOLDER)) {
    const texts = readdirSync(FOLDER)
      .filter((file) => file.endsWith('.json'))
      .map((file) => ({ file, text: readFileSync(join(FOLDER, file), 'utf8') }));
    const checkAll = () => texts.forEach((text) => void checkFlows([text]));
    figures['language.check'] = {
      value: Math.round((texts.length * 1000) / cpuMs(checkAll)),
      unit: 'flows/s',
    };
  }
  const small = cpuMs(() => void checkFlows([{ file: 'small', text: generatedFlow(250) }]));
  const large = cpuMs(() => void checkFlows([{ file: 'large', text: generatedFlow(5_000) }]));
  figures['language.check.250-steps'] = { value: small, unit: 'ms' };
  figures['language.check.5000-steps'] = { value: large, unit: 'ms' };
  figures['language.check.growth'] = { value: large / small, unit: 'times for 20 times the steps' };
  return figures;
}

/** The middle of several runs, after one that warms up, in ms of processor time. */
export function cpuMs(run: () => void, rounds = ROUNDS): number {
  run();
  return median(
    Array.from({ length: rounds }, () => {
      const before = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    }),
  );
}
