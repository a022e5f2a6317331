/** Finds the recordings of which a sentence is made. */

import { type Piece, piecesOf } from '../domain/recorded-words.ts';
import { openConnect } from '../runtime/connect-client.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { Fault } from '../runtime/fault.ts';
import { findRecordings, PIECES_PER_ANSWER, recordingName } from './contract.ts';
import { Recordings } from './recordings.ts';

const recordings = new Recordings(
  openConnect(findRecordings),
  findRecordings.asksInstance?.requestsInSequence ?? 1,
);

export const handler = connectFunction(findRecordings, async ({ parameters, instanceArn, now, signal }) => {
  if (instanceArn === undefined)
    throw new Fault(
      'the event has no InstanceARN; only a contact flow of Amazon Connect calls this function',
    );
  const { language, words } = parameters;
  const arns = await recordings.of(instanceArn, now().getTime(), signal);
  const pieces = piecesOf(words, language, (plain) => arns.get(recordingName(language, plain)));
  const from = Number(parameters.from);
  const next = from + PIECES_PER_ANSWER;
  return {
    outcome: 'found',
    ...slotsOf(pieces.slice(from, next)),
    next: next < pieces.length ? `${next}` : 'end',
  };
});

function slotsOf(pieces: readonly Piece<string>[]): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: PIECES_PER_ANSWER }, (_, index) => index).flatMap((index) => {
      const piece = pieces[index];
      const slot = index + 1;
      if (piece === undefined)
        return [
          [`kind${slot}`, 'none'],
          [`piece${slot}`, ''],
        ];
      return [
        [`kind${slot}`, piece.kind],
        [`piece${slot}`, piece.kind === 'recording' ? piece.recording : piece.words],
      ];
    }),
  );
}
