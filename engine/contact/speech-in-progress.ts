/** Starts and stops what a party hears. */
import { speechDurationMs } from '../blocks/speech-duration.ts';
import type { Speech } from '../blocks/step.ts';
import { MEDIA_MS_ASSUMED, PLAYBACK_REPORT_GRACE_MS } from '../limits.ts';
import { flowWrites } from './chat-conversation.ts';
import { type Hearer, hearersOf } from './hearers.ts';
import type { FlowRun } from './model.ts';
import { startSpeechTimer, stopTimer } from './timers.ts';
import type { World } from './world.ts';

/**
 * `shown` is the text as a person may see it. A line that reports the end of its prompts is believed; should it never
 * report, the prompt ends by itself long after its estimated length. The agent's side is always estimated.
 */
export function startSpeech(world: World, run: FlowRun, speech: Speech, shown: string): void {
  stopSpeech(world, run);
  world.count += 1;
  const promptId = world.promptNames.of(world.count);
  const isWritten = run.contact.chat !== undefined;
  if (isWritten) flowWrites(world, run, speech);
  const durationMs = isWritten ? 0 : durationOf(world, speech);
  const reported = run.party === 'customer' && run.contact.playback === 'reported';
  run.speech = {
    promptId,
    step: run.step,
    interruptible: speech.interruptible,
    shown,
    form: speech.form,
    recording: speech.recording,
    timer: startSpeechTimer(world, run, durationMs + (reported ? PLAYBACK_REPORT_GRACE_MS : 0)),
  };
  if (run.contact.parties !== undefined) {
    for (const hearer of hearersOf(run)) {
      world.effects.push({
        kind: 'prompt',
        ...hearer,
        promptId,
        text: shown,
        form: speech.form,
        ...named(speech.recording),
        durationMs,
      });
    }
    return;
  }
  // Written out for words: putting it together by spreading takes longer than the rest of what is done here.
  world.effects.push(
    speech.recording === undefined
      ? {
          kind: 'prompt',
          contactId: run.contact.id,
          party: run.party,
          promptId,
          text: shown,
          form: speech.form,
          durationMs,
        }
      : {
          kind: 'prompt',
          contactId: run.contact.id,
          party: run.party,
          promptId,
          text: shown,
          form: speech.form,
          recording: speech.recording,
          durationMs,
        },
  );
}

export function stopSpeech(world: World, run: FlowRun): void {
  const { speech } = run;
  if (speech === undefined) return;
  run.speech = undefined;
  stopTimer(world, speech.timer);
  // What is written stays.
  if (run.contact.chat !== undefined) return;
  const { promptId } = speech;
  if (run.contact.parties === undefined) {
    world.effects.push({
      kind: 'prompt-stopped',
      contactId: run.contact.id,
      party: run.party,
      promptId,
    });
    return;
  }
  for (const hearer of hearersOf(run)) world.effects.push({ kind: 'prompt-stopped', ...hearer, promptId });
}

/** The caller hears now what the agent who transfers has heard up to now, from where it is. */
export function handOverSpeech(world: World, run: FlowRun, before: readonly Hearer[]): void {
  const { speech } = run;
  if (speech === undefined) return;
  const { promptId, shown, form, recording, timer } = speech;
  const after = hearersOf(run);
  for (const hearer of before) {
    if (!after.some(({ party }) => party === hearer.party))
      world.effects.push({ kind: 'prompt-stopped', ...hearer, promptId });
  }
  for (const hearer of after) {
    if (!before.some(({ party }) => party === hearer.party)) {
      const durationMs = timer.dueMs - world.nowMs;
      world.effects.push({
        kind: 'prompt',
        ...hearer,
        promptId,
        text: shown,
        form,
        ...named(recording),
        durationMs,
      });
    }
  }
}

const named = (recording: string | undefined) => (recording === undefined ? undefined : { recording });

function durationOf(world: World, speech: Speech): number {
  if (speech.durationMs !== undefined) return speech.durationMs;
  switch (speech.form) {
    case 'media':
      return MEDIA_MS_ASSUMED;
    case 'prompt':
      return world.promptDurations.get(speech.recording ?? speech.text) ?? MEDIA_MS_ASSUMED;
    default:
      return speechDurationMs(speech.text, speech.form);
  }
}
