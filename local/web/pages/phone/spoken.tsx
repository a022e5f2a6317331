/** Where a caller speaks: into the microphone while they are recorded, or in writing. */
import { type ReactNode, useState } from 'react';
import type { MicrophoneState } from './microphone.ts';

interface SpokenProps {
  readonly isRecorded: boolean;
  readonly microphone: MicrophoneState;
  readonly say: (text: string) => void;
}

const SENTENCES: Readonly<Record<MicrophoneState, string>> = {
  off: 'You are being recorded.',
  asked: 'Allow the microphone and speak, or write what you say.',
  on: 'Your microphone is being recorded: speak.',
  missing: 'No microphone: write what you say.',
};
const LENGTH_MAX = 200;

export function Spoken({ isRecorded, microphone, say }: SpokenProps): ReactNode {
  const [text, setText] = useState('');
  return (
    <form
      className="spoken"
      onSubmit={(event) => {
        event.preventDefault();
        const said = text.trim();
        if (said === '') return;
        say(said);
        setText('');
      }}
    >
      <p className="spoken-state" role="status">
        {isRecorded && <span className="spoken-lamp" aria-hidden="true" />}
        {isRecorded ? SENTENCES[microphone] : 'You can answer in words.'}
      </p>
      <div className="field spoken-line">
        <label className="hidden" htmlFor="spoken-words">
          What you say
        </label>
        <input
          id="spoken-words"
          type="text"
          placeholder="What you say"
          autoComplete="off"
          maxLength={LENGTH_MAX}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <button type="submit" className="button button-plain">
          Say
        </button>
      </div>
    </form>
  );
}
