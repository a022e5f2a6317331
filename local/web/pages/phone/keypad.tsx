/** Twelve keys, on the screen and on the keyboard. */
import { type ReactNode, useEffect, useState } from 'react';

const KEYS = [
  ['1', ''],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
  ['*', ''],
  ['0', '+'],
  ['#', ''],
] as const;
const NAMES: Readonly<Record<string, string>> = { '*': 'star', '#': 'hash' };
const LIT_MS = 140;

interface KeypadProps {
  readonly press: (key: string) => void;
}

export function Keypad({ press }: KeypadProps): ReactNode {
  const [lit, setLit] = useState<string>();

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const typed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') return;
      if (!/^[0-9*#]$/.test(event.key)) return;
      press(event.key);
      setLit(event.key);
      clearTimeout(timer);
      timer = setTimeout(() => setLit(undefined), LIT_MS);
    };
    window.addEventListener('keydown', typed);
    return () => {
      window.removeEventListener('keydown', typed);
      clearTimeout(timer);
    };
  }, [press]);

  return (
    <fieldset className="keypad" aria-describedby="keypad-hint">
      <legend className="hidden">Keypad</legend>
      {KEYS.map(([key, letters]) => (
        <button
          key={key}
          type="button"
          className={lit === key ? 'key key-lit' : 'key'}
          aria-label={NAMES[key] ?? key}
          onClick={() => press(key)}
        >
          <span className="key-digit">{key === '*' ? '∗' : key}</span>
          <span className="key-letters" aria-hidden="true">
            {letters}
          </span>
        </button>
      ))}
      <p id="keypad-hint" className="hidden">
        The number keys of your keyboard work as well.
      </p>
    </fieldset>
  );
}
