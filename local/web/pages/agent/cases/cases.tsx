/** The cases of an agent: what is to be done, most pressing first, and the one that is open. */
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { ApiAccess } from '../../../protocol.ts';
import type { ShownCase } from './case-data.ts';
import { dueText, spaced, typeText } from './case-words.ts';
import { OpenCase, type Person } from './open-case.tsx';
import { readWork } from './work-list.ts';

interface CasesProps {
  readonly access: ApiAccess;
  /** A case may have come of the contact before this one. */
  readonly contactId: string | undefined;
  readonly nowMs: number;
  readonly agents: readonly Person[];
}

export function Cases({ access, contactId, nowMs, agents }: CasesProps): ReactNode {
  const [cases, setCases] = useState<readonly ShownCase[]>();
  const [refusal, setRefusal] = useState<string>();
  const [chosen, choose] = useState<string>();

  const look = useCallback(async () => {
    const read = await readWork(access);
    setRefusal(read.kind === 'refused' ? read.sentence : undefined);
    if (read.kind === 'answered') setCases(read.value);
  }, [access]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the next contact is why one looks again
  useEffect(() => {
    void look();
  }, [look, contactId]);

  return (
    <section className="unfolds card" aria-labelledby="cases-title">
      <header className="unfolds-head">
        <h2 id="cases-title">Cases</h2>
        <button type="button" className="button button-plain" onClick={() => void look()}>
          Look again
        </button>
      </header>
      <div role="alert">{refusal !== undefined && <p className="notice notice-wrong">{refusal}</p>}</div>
      {cases?.length === 0 && (
        <p className="soft">Nothing is left to do: no case is yours, none waits in your departments.</p>
      )}
      {cases !== undefined && cases.length > 0 && (
        <ul className="unfolds-list">
          {cases.map((one) => (
            <li key={one.caseNumber}>
              <button
                type="button"
                className="unfolds-row"
                aria-expanded={one.caseNumber === chosen}
                onClick={() => choose(one.caseNumber === chosen ? undefined : one.caseNumber)}
              >
                <span className="unfolds-what">
                  <strong>{typeText(one.type)}</strong>
                  <span className="soft small digits">
                    Case {one.caseNumber} · {one.isOwn ? 'yours' : (one.owner ?? 'nobody’s yet')} ·{' '}
                    {spaced(one.status)}
                  </span>
                </span>
                <span className={`small ${isLate(one, nowMs) ? 'case-late' : 'soft'}`}>
                  {one.severity === 'normal' ? '' : `${one.severity} · `}
                  {dueText(one.dueAt, nowMs)}
                </span>
              </button>
              {one.caseNumber === chosen && (
                <OpenCase
                  access={access}
                  caseNumber={one.caseNumber}
                  nowMs={nowMs}
                  agents={agents}
                  changed={look}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const isLate = ({ dueAt }: ShownCase, nowMs: number): boolean =>
  dueAt !== undefined && Date.parse(dueAt) < nowMs;
