/** The sound of a ringing contact: two soft notes, again and again. */

const NOTES_HZ = [659.25, 830.61] as const;
const NOTE_SECONDS = 0.32;
const EVERY_MS = 2_200;
const LEVEL = 0.07;

/**
 * The browser stays silent until the agent has clicked somewhere on the page; signing in is such a click.
 * @returns how to stop it
 */
export function ring(): () => void {
  const audio = new AudioContext();
  const sound = (): void => {
    NOTES_HZ.forEach((frequency, index) => {
      const start = audio.currentTime + index * NOTE_SECONDS * 0.8;
      const wave = new OscillatorNode(audio, { frequency, type: 'sine' });
      const level = new GainNode(audio, { gain: 0 });
      level.gain.setValueAtTime(0, start);
      level.gain.linearRampToValueAtTime(LEVEL, start + 0.02);
      level.gain.exponentialRampToValueAtTime(0.0001, start + NOTE_SECONDS * 1.6);
      wave.connect(level).connect(audio.destination);
      wave.start(start);
      wave.stop(start + NOTE_SECONDS * 1.6);
    });
  };
  sound();
  const timer = setInterval(sound, EVERY_MS);
  return () => {
    clearInterval(timer);
    void audio.close();
  };
}
