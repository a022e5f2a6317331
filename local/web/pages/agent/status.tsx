/** The agent's own status: whether contacts may come. */
import type { ReactNode } from 'react';
import type { AgentState } from '../../protocol.ts';
import { clockText } from '../look/duration.ts';

const STATUSES = ['Available', 'Offline'] as const;

interface StatusProps {
  readonly agent: AgentState;
  readonly nowMs: number;
  readonly enabled: boolean;
  readonly choose: (status: (typeof STATUSES)[number]) => void;
  readonly signOut: () => void;
}

export function Status({ agent, nowMs, enabled, choose, signOut }: StatusProps): ReactNode {
  return (
    <section className="status card" aria-label="Your status">
      <div className="status-who">
        <p className="status-name">{agent.name}</p>
        <p className="soft small digits">
          {agent.nextStatus === undefined || agent.nextStatus === agent.status
            ? `${agent.status} for ${clockText(nowMs - agent.statusSinceMs)}`
            : `${agent.nextStatus} after this contact`}
        </p>
      </div>
      <fieldset className="switch" disabled={!enabled}>
        <legend className="hidden">Status</legend>
        {STATUSES.map((status) => (
          <label key={status} className={`switch-part switch-${status.toLowerCase()}`}>
            <input
              type="radio"
              name="status"
              checked={(agent.nextStatus ?? agent.status) === status}
              onChange={() => choose(status)}
            />
            <span>{status}</span>
          </label>
        ))}
      </fieldset>
      <button type="button" className="button button-plain status-out" disabled={!enabled} onClick={signOut}>
        Sign out
      </button>
    </section>
  );
}
