/** The tones of a telephone, made by the browser: keys, ringback, and recordings of the centre. */

/** Low and high frequency in Hz of each key (ITU-T Q.23). */
export const DTMF: Readonly<Record<string, readonly [number, number]>> = {
  '1': [697, 1209],
  '2': [697, 1336],
  '3': [697, 1477],
  '4': [770, 1209],
  '5': [770, 1336],
  '6': [770, 1477],
  '7': [852, 1209],
  '8': [852, 1336],
  '9': [852, 1477],
  '*': [941, 1209],
  '0': [941, 1336],
  '#': [941, 1477],
};
const KEY_SECONDS = 0.1;
/** North American ringback: 440 and 480 Hz, two seconds in six. */
const RINGBACK = [440, 480] as const;
const RING_SECONDS = 2;
const RING_EVERY_MS = 6_000;
const TONE_LEVEL = 0.09;
const EDGE_SECONDS = 0.005;

export interface Tones {
  key(key: string): void;
  /** @returns how to stop it. */
  ringback(): () => void;
  /** Plays a recording; `ended` comes once, also when it cannot be played. @returns how to stop it, silently. */
  recording(address: string, ended: () => void): () => void;
  muteRecordings(muted: boolean): void;
}

/** The sound system starts with the first use, which is a click: browsers allow none before. */
export function createTones(): Tones {
  let context: AudioContext | undefined;
  let recordings: GainNode | undefined;
  let recordingsMuted = false;
  const decoded = new Map<string, Promise<AudioBuffer>>();

  function sound(): AudioContext {
    context ??= new AudioContext();
    if (context.state === 'suspended') void context.resume();
    return context;
  }

  function tone(frequencies: readonly number[], seconds: number): () => void {
    const audio = sound();
    const level = audio.createGain();
    const start = audio.currentTime;
    level.gain.setValueAtTime(0, start);
    level.gain.linearRampToValueAtTime(TONE_LEVEL, start + EDGE_SECONDS);
    level.gain.setValueAtTime(TONE_LEVEL, start + seconds - EDGE_SECONDS);
    level.gain.linearRampToValueAtTime(0, start + seconds);
    level.connect(audio.destination);
    for (const frequency of frequencies) {
      const wave = new OscillatorNode(audio, { frequency });
      wave.connect(level);
      wave.start(start);
      wave.stop(start + seconds);
    }
    return () => level.disconnect();
  }

  function load(address: string): Promise<AudioBuffer> {
    const known = decoded.get(address);
    if (known !== undefined) return known;
    const loading = fetch(address)
      .then((response) => {
        if (!response.ok) throw new Error(`${address} answered ${response.status}`);
        return response.arrayBuffer();
      })
      .then((bytes) => sound().decodeAudioData(bytes));
    decoded.set(address, loading);
    loading.catch(() => decoded.delete(address));
    return loading;
  }

  return {
    key(key) {
      const frequencies = DTMF[key];
      if (frequencies !== undefined) tone(frequencies, KEY_SECONDS);
    },
    ringback() {
      let stop = tone(RINGBACK, RING_SECONDS);
      const timer = setInterval(() => {
        stop = tone(RINGBACK, RING_SECONDS);
      }, RING_EVERY_MS);
      return () => {
        clearInterval(timer);
        stop();
      };
    },
    recording(address, ended) {
      let stopped = false;
      let source: AudioBufferSourceNode | undefined;
      load(address).then(
        (buffer) => {
          if (stopped) return;
          const audio = sound();
          recordings ??= new GainNode(audio, { gain: recordingsMuted ? 0 : 1 });
          recordings.connect(audio.destination);
          source = new AudioBufferSourceNode(audio, { buffer });
          source.connect(recordings);
          source.onended = () => {
            if (!stopped) ended();
          };
          source.start();
        },
        (error: unknown) => {
          console.warn('The recording cannot be played.', error);
          if (!stopped) ended();
        },
      );
      return () => {
        stopped = true;
        source?.stop();
      };
    },
    muteRecordings(muted) {
      recordingsMuted = muted;
      if (recordings !== undefined) recordings.gain.value = muted ? 0 : 1;
    },
  };
}
