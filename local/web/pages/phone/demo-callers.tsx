/** Invented customers to call as: whoever tries the centre for the first time needs a number and a PIN. */
import type { ReactNode } from 'react';
import type { DemoCaller } from '../../running-stack.ts';
import { shownNumber } from '../../telephone-number.ts';

interface DemoCallersProps {
  readonly callers: readonly DemoCaller[];
  /** The number that the telephone calls from now, in E.164 where it is one. */
  readonly current: string;
  readonly choose: (number: string) => void;
}

export function DemoCallers({ callers, current, choose }: DemoCallersProps): ReactNode {
  return (
    <section className="callers" aria-labelledby="callers-title">
      <h3 id="callers-title">Call as somebody of the demo world</h3>
      <ul>
        {callers.map(({ name, number, pin, shows }) => (
          <li key={number}>
            <button type="button" aria-pressed={number === current} onClick={() => choose(number)}>
              <span className="callers-name">{name}</span>
              <span className="soft small digits">
                {shownNumber(number)}, <span className="callers-pin">PIN {pin}</span>
              </span>
              <span className="soft small">{shows}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="soft small">From any other number you are a caller whom nobody knows.</p>
    </section>
  );
}
