/** Who calls, and which number. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { readCallerNumber, readTelephoneNumber, shownNumber } from '../../telephone-number.ts';
import { CallSign } from '../look/icons.tsx';
import { type Caller, rememberCaller } from './caller.ts';

interface DialFormProps {
  readonly numbers: readonly string[];
  readonly ready: boolean;
  readonly caller: Caller;
  readonly setCaller: (caller: Caller) => void;
  readonly call: (to: string, from: string | undefined) => void;
}

interface Wrong {
  readonly from?: string;
  readonly to?: string;
}

export function DialForm({ numbers, ready, caller, setCaller, call }: DialFormProps): ReactNode {
  const [written, setWritten] = useState<string>();
  const [wrong, setWrong] = useState<Wrong>({});
  const ids = { from: useId(), to: useId(), fromWrong: useId(), toWrong: useId() };
  const to = written ?? shownNumber(numbers[0] ?? '');

  function submit(event: FormEvent): void {
    event.preventDefault();
    const target = readTelephoneNumber(to);
    const from = caller.withheld ? undefined : readCallerNumber(caller.number);
    const found: Wrong = {
      ...(target.kind === 'wrong' ? { to: target.sentence } : {}),
      ...(from?.kind === 'wrong' ? { from: from.sentence } : {}),
    };
    setWrong(found);
    const first = found.from !== undefined ? ids.from : found.to !== undefined ? ids.to : undefined;
    if (first !== undefined) document.getElementById(first)?.focus();
    if (target.kind === 'wrong' || from?.kind === 'wrong') return;
    rememberCaller(caller);
    call(target.e164, from?.kind === 'number' ? from.e164 : undefined);
  }

  return (
    <form className="dial" onSubmit={submit} noValidate>
      <div className="field">
        <label htmlFor={ids.from}>Call from</label>
        <input
          id={ids.from}
          type="tel"
          autoComplete="off"
          value={caller.withheld ? '' : caller.number}
          placeholder={caller.withheld ? 'withheld' : '+1 202 555 0143'}
          disabled={caller.withheld}
          aria-invalid={wrong.from !== undefined}
          aria-describedby={wrong.from === undefined ? undefined : ids.fromWrong}
          onChange={(event) => setCaller({ ...caller, number: event.target.value })}
        />
        {wrong.from !== undefined && (
          <p id={ids.fromWrong} className="wrong">
            {wrong.from}
          </p>
        )}
        <label className="tick">
          <input
            type="checkbox"
            checked={caller.withheld}
            onChange={(event) => {
              setCaller({ ...caller, withheld: event.target.checked });
              setWrong({ ...(wrong.to === undefined ? {} : { to: wrong.to }) });
            }}
          />
          Withhold my number
        </label>
      </div>
      <div className="field">
        <label htmlFor={ids.to}>Number to dial</label>
        <input
          id={ids.to}
          type="tel"
          autoComplete="off"
          value={to}
          aria-invalid={wrong.to !== undefined}
          aria-describedby={wrong.to === undefined ? undefined : ids.toWrong}
          onChange={(event) => setWritten(event.target.value)}
        />
        {wrong.to !== undefined && (
          <p id={ids.toWrong} className="wrong">
            {wrong.to}
          </p>
        )}
      </div>
      <button className="button button-go" type="submit" disabled={!ready}>
        <CallSign />
        Call
      </button>
    </form>
  );
}
