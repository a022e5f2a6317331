/** A recording as people read of it: it has a name instead of words. `queue-music.wav` is `♪ queue music`. */
export const shownRecording = (name: string): string =>
  `♪ ${name.replace(/\.wav$/i, '').replaceAll(/[-_]/g, ' ')}`;
