/** Where an agent calls somebody: a number of their own choice, or the one that a task asks them to call. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { AgentSays } from '../../protocol.ts';
import { readTelephoneNumber } from '../../telephone-number.ts';
import { CallSign } from '../look/icons.tsx';

interface CallOutProps {
  readonly enabled: boolean;
  /** The number that the task names, if there is one. */
  readonly suggested: string;
  readonly say: (message: AgentSays) => void;
}

export function CallOut({ enabled, suggested, say }: CallOutProps): ReactNode {
  const [written, setWritten] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const ids = { to: useId(), wrong: useId() };
  const to = written ?? suggested;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const number = readTelephoneNumber(to);
    setWrong(number.kind === 'wrong' ? number.sentence : undefined);
    if (number.kind === 'number') say({ type: 'dial', to: number.e164 });
    else document.getElementById(ids.to)?.focus();
  }

  return (
    <form className="call-out card" onSubmit={submit} noValidate aria-label="Call somebody">
      <div className="field">
        <label htmlFor={ids.to}>Number to call</label>
        <input
          id={ids.to}
          type="tel"
          autoComplete="off"
          value={to}
          aria-invalid={wrong !== undefined}
          aria-describedby={wrong === undefined ? undefined : ids.wrong}
          onChange={(event) => setWritten(event.target.value)}
        />
      </div>
      <button className="button button-go" type="submit" disabled={!enabled}>
        <CallSign />
        Call
      </button>
      {wrong !== undefined && (
        <p id={ids.wrong} className="wrong">
          {wrong}
        </p>
      )}
    </form>
  );
}
