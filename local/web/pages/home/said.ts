/** The transcript of a contact, from what happened to it. */
import type { ShownMoment } from '../../contact-shown.ts';
import { shownRecording } from '../../shown-recording.ts';

export interface Said {
  /** Of the moment among all; keys pressed one after the other have that of the first. */
  readonly place: number;
  readonly atMs: number;
  readonly kind: 'heard' | 'whispered' | 'pressed' | 'event';
  readonly text: string;
}

/** Keys in a row make one line, and music that begins again is the same music. */
export function saidOf(moments: readonly ShownMoment[]): Said[] {
  const said: Said[] = [];
  for (const [place, moment] of moments.entries()) {
    const last = said.at(-1);
    if (moment.kind === 'pressed' && last?.kind === 'pressed') {
      said[said.length - 1] = { ...last, text: `${last.text}${moment.key}` };
    } else if (moment.kind === 'pressed') {
      said.push({ place, atMs: moment.atMs, kind: 'pressed', text: moment.key });
    } else if (moment.kind === 'event') {
      said.push({ place, atMs: moment.atMs, kind: 'event', text: moment.text });
    } else if (moment.kind === 'heard') {
      const text = moment.recording ? shownRecording(moment.text) : moment.text;
      const kind = moment.by === 'agent' ? 'whispered' : 'heard';
      if (last?.kind !== kind || last.text !== text) said.push({ place, atMs: moment.atMs, kind, text });
    }
  }
  return said;
}
