/** Plays the prompts of a call, by voice or as recordings, and tells when each has been heard. */
import type { TelephoneHears } from '../../protocol.ts';
import type { Tones } from './tones.ts';

type Prompt = Extract<TelephoneHears, { type: 'prompt' }>;

export interface Player {
  /** Whether this browser can read aloud: then the telephone reports when prompts end. */
  hasVoice(): boolean;
  play(prompt: Prompt): void;
  stop(promptId: string): void;
  /** Silence at once, and nothing more is told: the call is over. */
  silence(): void;
  /** Muted prompts last as long as they would have been heard. */
  mute(muted: boolean): void;
}

/** A browser's voice can stall without a word; a prompt is over at the latest after this multiple of its length … */
const STALLED_FACTOR = 3;
/** … and this much more. */
const STALLED_EXTRA_MS = 5_000;

/** @param ended called once for each prompt that was played to its end, not for one that was stopped */
export function createPlayer(tones: Tones, ended: (promptId: string) => void): Player {
  const voice = 'speechSynthesis' in window ? window.speechSynthesis : undefined;
  let muted = false;
  let playing: { readonly prompt: Prompt; readonly startedMs: number; halt(): void } | undefined;

  function begin(prompt: Prompt, alreadyMs: number): void {
    const startedMs = performance.now() - alreadyMs;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let halt = (): void => clearTimeout(timer);
    const over = (): void => {
      if (playing?.prompt !== prompt || playing.startedMs !== startedMs) return;
      clearTimeout(timer);
      playing = undefined;
      ended(prompt.promptId);
    };
    if (prompt.audio !== undefined) {
      halt = tones.recording(prompt.audio, over);
    } else if (
      voice !== undefined &&
      hasVoice() &&
      !muted &&
      (prompt.form === 'text' || prompt.form === 'ssml')
    ) {
      const words = new SpeechSynthesisUtterance(prompt.speech ?? prompt.text);
      words.lang = 'en-US';
      words.onend = over;
      // A voice that fails says nothing: the prompt is read on the screen for as long as it would have been heard.
      words.onerror = () => {
        clearTimeout(timer);
        timer = setTimeout(over, Math.max(0, prompt.durationMs - (performance.now() - startedMs)));
      };
      timer = setTimeout(over, prompt.durationMs * STALLED_FACTOR + STALLED_EXTRA_MS);
      halt = () => {
        clearTimeout(timer);
        voice.cancel();
      };
      voice.speak(words);
    } else {
      timer = setTimeout(over, Math.max(0, prompt.durationMs - alreadyMs));
    }
    playing = { prompt, startedMs, halt };
  }

  function hasVoice(): boolean {
    return voice !== undefined && voice.getVoices().length > 0;
  }

  function silence(): void {
    const current = playing;
    playing = undefined;
    current?.halt();
  }

  return {
    hasVoice,
    play(prompt) {
      silence();
      begin(prompt, 0);
    },
    stop(promptId) {
      if (playing?.prompt.promptId === promptId) silence();
    },
    silence,
    mute(wanted) {
      muted = wanted;
      tones.muteRecordings(wanted);
      const current = playing;
      if (current === undefined || current.prompt.audio !== undefined) return;
      // Muted in the middle: the rest passes in silence. Unmuted: the next prompt is heard again.
      if (wanted) {
        silence();
        begin(current.prompt, performance.now() - current.startedMs);
      }
    },
  };
}
