/** How fast flows are read, printed, compared and built: real flows where `../shared/flows` is there, and one of ours. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffFlows } from '../../engine/authoring/diff-flows.ts';
import { layOut } from '../../engine/authoring/layout.ts';
import type { FlowAction } from '../../engine/language/flow.ts';
import { parseFlow } from '../../engine/language/parse.ts';
import { printFlow } from '../../engine/language/print.ts';
import { printParsed } from '../../engine/language/print-parsed.ts';
import type { Figures } from './area.ts';
import { buildThirtySteps } from './thirty-steps.ts';

const FLOWS = join('..', 'shared', 'flows');
/** Many short rounds: on a machine that others use, one of them finds a core for itself. */
const ROUNDS = 20;
const ROUND_MS = 100;

/** One process, one core. Each figure is the best round of many: what else the machine does is no matter of ours. */
export async function benchLanguage(): Promise<Figures> {
  const built = buildThirtySteps();
  const figures = {
    'language.build': perSecond(1, buildThirtySteps, 'flows of 30 steps'),
    'language.build-text': perSecond(1, () => buildThirtySteps().content, 'flows of 30 steps'),
    'language.layout': perSecond(1, layOutAnew(), 'flows of 30 steps, each of another shape'),
    'language.text': perSecond(1, () => printFlow(built.document), 'flows of 30 steps'),
  };
  if (!existsSync(FLOWS)) return figures;
  const texts = readdirSync(FLOWS)
    .filter((file) => file.endsWith('.json'))
    .map((file) => readFileSync(join(FLOWS, file), 'utf8'));
  const parsed = texts.map(parseFlow);
  const edited = parsed.map(({ document }) =>
    document === undefined ? undefined : { ...document, Edited: 'yes' },
  );
  return {
    ...figures,
    'language.parse': perSecond(texts.length, () => texts.map(parseFlow), 'flows'),
    'language.parse-and-print': perSecond(
      texts.length,
      () => texts.map((text) => printParsed(parseFlow(text))),
      'flows',
    ),
    'language.print-changed': perSecond(
      texts.length,
      () => parsed.map((each, place) => printParsed(each, edited[place])),
      'flows',
    ),
    'language.diff': perSecond(
      texts.length,
      () => parsed.map(({ document }) => (document === undefined ? [] : diffFlows(document, document))),
      'flows',
    ),
  };
}

/** What the same shape looks like is known after the first time, so each flow has a step more in another place. */
function layOutAnew(): () => unknown {
  const { StartAction, Actions } = buildThirtySteps().document;
  let shape = 0;
  return () => {
    shape += 1;
    // Which of the steps an unreached one leads to, for each of a few of them.
    const more = [0, 1, 2].map((digit): FlowAction => {
      const to = Actions[Math.floor(shape / Actions.length ** digit) % Actions.length]?.Identifier ?? '';
      return { Identifier: `more-${digit}`, Type: 'Wait', Parameters: {}, Transitions: { NextAction: to } };
    });
    return layOut(StartAction, [...Actions, ...more]);
  };
}

/** By the processor's time, all threads of the process: who else wants the core costs nothing then. */
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function perSecond(each: number, work: () => unknown, what: string): { value: number; unit: string } {
  let best = 0;
  // The first round warms up, and tells how often a later one works before it looks at the clock.
  let between = 1;
  for (let round = 0; round <= ROUNDS; round += 1) {
    let times = 0;
    let tookMs = 0;
    const from = cpuMs();
    while (tookMs < ROUND_MS) {
      for (let time = 0; time < between; time += 1) work();
      times += between;
      tookMs = cpuMs() - from;
    }
    if (round > 0) best = Math.max(best, (times * each * 1000) / tookMs);
    else between = Math.max(1, Math.floor(times / 10));
  }
  return { value: Math.round(best), unit: `${what}/s` };
}
