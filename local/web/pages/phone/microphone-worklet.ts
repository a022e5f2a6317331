/** Runs beside the page, on the thread of the sound: makes µ-law of 8 kHz from what the microphone gives, in pieces. */
import { muLawOf } from './mu-law.ts';

declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;
/** Of the microphone, Hz. */
declare const sampleRate: number;

const RATE_HZ = 8_000;
/** A fifth of a second: five messages each second. */
const PIECE = 1_600;

class TelephoneSound extends AudioWorkletProcessor {
  readonly #piece = new Uint8Array(PIECE);
  #filled = 0;
  /** What has come since the last sample, and how much of one that is. */
  #sum = 0;
  #count = 0;
  #due = 0;

  /** The mean of what lies between two samples stands for them: nothing above hearing folds down. */
  process(inputs: readonly (readonly Float32Array[])[]): boolean {
    for (const loudness of inputs[0]?.[0] ?? []) {
      this.#sum += loudness;
      this.#count += 1;
      this.#due += RATE_HZ / sampleRate;
      if (this.#due < 1) continue;
      this.#due -= 1;
      this.#piece[this.#filled] = muLawOf(this.#sum / this.#count);
      this.#filled += 1;
      this.#sum = 0;
      this.#count = 0;
      if (this.#filled < PIECE) continue;
      this.port.postMessage(this.#piece.slice());
      this.#filled = 0;
    }
    return true;
  }
}

registerProcessor('telephone-sound', TelephoneSound);
