/** One case: what is known of it, what was written down, the caller's voice message, and whose it becomes. */
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { ApiAccess } from '../../../protocol.ts';
import { askApi } from '../ask-api.ts';
import { type CaseFile, caseFile } from './case-data.ts';
import { momentText, spaced } from './case-words.ts';
import { VoiceMessage } from './voice-message.tsx';

export interface Person {
  readonly username: string;
  readonly name: string;
}

type Change = { readonly action: 'take' } | { readonly action: 'assign'; readonly owner: string };

interface OpenCaseProps {
  readonly access: ApiAccess;
  readonly caseNumber: string;
  readonly nowMs: number;
  /** Whom a supervisor may give it to. */
  readonly agents: readonly Person[];
  /** The list is to be read again. */
  readonly changed: () => Promise<void>;
}

export function OpenCase({ access, caseNumber, nowMs, agents, changed }: OpenCaseProps): ReactNode {
  const [file, setFile] = useState<CaseFile>();
  const [refusal, setRefusal] = useState<string>();
  const path = `/cases/${caseNumber}`;

  const read = useCallback(async () => {
    const answer = await askApi(access, { path, schema: caseFile });
    setRefusal(answer.kind === 'refused' ? answer.sentence : undefined);
    if (answer.kind === 'answered') setFile(answer.value);
  }, [access, path]);
  useEffect(() => {
    void read();
  }, [read]);

  const make = async (version: number, change: Change): Promise<void> => {
    const body = { version, change };
    const answer = await askApi(access, { path: `${path}/changes`, schema: caseFile.shape.case, body });
    // Whoever was overtaken sees by whom.
    await Promise.all([read(), changed()]);
    if (answer.kind === 'refused') setRefusal(answer.sentence);
  };

  if (file === undefined)
    return refusal === undefined ? null : <p className="notice notice-wrong">{refusal}</p>;
  const { details, version, mayDo, department, dueFor, openedAt, owner } = file.case;
  return (
    <div className="case-open">
      <div role="alert">{refusal !== undefined && <p className="notice notice-wrong">{refusal}</p>}</div>
      {file.voicemail !== undefined && (
        <VoiceMessage access={access} caseNumber={caseNumber} voicemail={file.voicemail} nowMs={nowMs} />
      )}
      <dl className="case-details">
        <dt>Opened</dt>
        <dd>{momentText(openedAt, nowMs)}</dd>
        <dt>Department</dt>
        <dd>{department}</dd>
        {dueFor !== undefined && (
          <>
            <dt>Next</dt>
            <dd>{spaced(dueFor)}</dd>
          </>
        )}
        {Object.entries(details).map(([name, value]) => (
          <div key={name} className="case-detail">
            <dt>{spaced(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {file.notes.length > 0 && (
        <ul className="case-notes">
          {file.notes.map(({ at, by, words }) => (
            <li key={`${at}${words}`}>
              <span className="soft small">
                {momentText(at, nowMs)} · {by}
              </span>
              {words}
            </li>
          ))}
        </ul>
      )}
      {mayDo.includes('take') && (
        <button
          type="button"
          className="button button-go"
          onClick={() => void make(version, { action: 'take' })}
        >
          Take this case
        </button>
      )}
      {mayDo.includes('assign') && (
        <details>
          <summary>Give it to somebody</summary>
          <div className="contact-actions">
            {agents
              .filter(({ username }) => username !== owner)
              .map(({ username, name }) => (
                <button
                  key={username}
                  type="button"
                  className="button button-plain"
                  onClick={() => void make(version, { action: 'assign', owner: username })}
                >
                  To {name}
                </button>
              ))}
          </div>
        </details>
      )}
    </div>
  );
}
