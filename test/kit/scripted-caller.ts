/** A caller who follows a plan whatever happens: for calls that are generated and not written. */
import type { Call } from './call.ts';
import type { Stage } from './stage.ts';

export interface Plan {
  /**
   * What is pressed at each question, one after the other; empty for silence. After them the caller stays silent. A
   * function is called when its question comes, to let something happen before it gives the answer.
   */
  readonly answers: readonly (string | (() => Promise<string>))[];
  /** Time between a question and the first key, ms. */
  readonly thinksMs: number;
  /** The caller hangs up when the call has lasted so long; otherwise stays to the end. */
  readonly hangsUpAfterMs?: number;
  /** Something that happens beside the call, tried whenever anything has happened. */
  readonly meanwhile?: () => void | Promise<void>;
  /** The plan is over when this is true, or the call. */
  readonly until: () => boolean;
}

/** Nobody stays longer than this, ms. */
const STAYS_MS_MAX = 30 * 60_000;

/** @returns what was pressed in secret, and while everybody may see it */
export async function follows(
  { cloud: { driver } }: Stage,
  call: Call,
  { answers, thinksMs, hangsUpAfterMs = STAYS_MS_MAX, meanwhile, until }: Plan,
): Promise<{ readonly secret: readonly string[]; readonly open: readonly string[] }> {
  const pressed = { secret: [] as string[], open: [] as string[] };
  const left = [...answers];
  let answered: unknown;
  const leavesInMs = () => hangsUpAfterMs - call.lastsMs;
  for (;;) {
    await driver.settle();
    await meanwhile?.();
    await driver.settle();
    if (call.hasEnded || until()) return pressed;
    if (leavesInMs() <= 0) {
      call.hangsUp();
      return pressed;
    }
    const { question } = call;
    if (question === undefined || question === answered) {
      if (!(await driver.advanceToNext(leavesInMs()))) await driver.advanceBy(leavesInMs());
      continue;
    }
    const planned = left.shift() ?? '';
    answered = question;
    const answer = typeof planned === 'string' ? planned : await planned();
    if (answer === '') continue;
    await driver.advanceBy(Math.min(thinksMs, leavesInMs()));
    if (call.question !== question) continue;
    pressed[question.masked ? 'secret' : 'open'].push(answer);
    call.pressesAtOnce(answer);
  }
}
