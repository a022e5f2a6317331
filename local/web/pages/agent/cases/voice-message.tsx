/** The voice message of a case: asked for when somebody wants to hear it, because each listening is in the audit. */
import { type ReactNode, useState } from 'react';
import type { ApiAccess } from '../../../protocol.ts';
import { read } from '../../connection/read.ts';
import { clockText } from '../../look/duration.ts';
import { askApi } from '../ask-api.ts';
import { type CaseFile, type LentVoicemail, lentVoicemail, playedFrom, recordedWords } from './case-data.ts';
import { momentText } from './case-words.ts';

interface VoiceMessageProps {
  readonly access: ApiAccess;
  readonly caseNumber: string;
  readonly voicemail: NonNullable<CaseFile['voicemail']>;
  readonly nowMs: number;
}

export function VoiceMessage({ access, caseNumber, voicemail, nowMs }: VoiceMessageProps): ReactNode {
  const [lent, setLent] = useState<LentVoicemail & { readonly words: string }>();
  const [refusal, setRefusal] = useState<string>();
  const { state, recordedAt, seconds } = voicemail;

  const listen = async (): Promise<void> => {
    const answer = await askApi(access, { path: `/cases/${caseNumber}/voicemail`, schema: lentVoicemail });
    setRefusal(answer.kind === 'refused' ? answer.sentence : undefined);
    if (answer.kind === 'refused') return setLent(undefined);
    const link = encodeURIComponent(answer.value.url);
    const written = await read(`/recorded-words.json?link=${link}`, recordedWords);
    setLent({ ...answer.value, words: written.value?.words ?? '' });
  };

  return (
    <section className="voice-message" aria-label="Voice message">
      <p>
        {INTRODUCED[state]} <span className="soft">{momentText(recordedAt, nowMs)}</span>
        {seconds !== undefined && <span className="soft digits"> · {clockText(seconds * 1_000)}</span>}
      </p>
      {refusal !== undefined && <p className="notice notice-wrong">{refusal}</p>}
      {lent !== undefined && (
        // biome-ignore lint/a11y/useMediaCaption: what a caller said has no captions; written words stand below
        <audio
          controls
          autoPlay
          src={playedFrom(lent)}
          onError={() => setRefusal('The link works no more: listen again.')}
        />
      )}
      {lent !== undefined && lent.words !== '' && (
        <blockquote className="voice-words">
          <span className="soft small">Written, not spoken, at the telephone of this machine</span>
          {lent.words}
        </blockquote>
      )}
      {state === 'kept' && (
        <button type="button" className="button button-plain" onClick={() => void listen()}>
          {lent === undefined ? 'Listen' : 'Listen again'}
        </button>
      )}
    </section>
  );
}

const INTRODUCED = {
  kept: 'The caller left a voice message.',
  awaited:
    'The caller began a voice message; its recording has not come. Where it never does, call the number.',
  deleted: 'The caller deleted the voice message.',
} as const;
