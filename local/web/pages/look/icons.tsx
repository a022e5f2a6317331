/** Drawn signs for buttons; the words beside them carry the meaning. */
import type { ReactNode } from 'react';

const HANDSET =
  'M6.6 3.6 5 4.7a2.7 2.7 0 0 0-1.1 3C5.5 13.8 10.2 18.5 16.3 20.1a2.7 2.7 0 0 0 3-1.1l1.1-1.6a1.3 1.3 0 0 0-.3-1.8l-3.2-2.3a1.3 1.3 0 0 0-1.7.1l-1.3 1.3a11 11 0 0 1-4.6-4.6l1.3-1.3a1.3 1.3 0 0 0 .1-1.7L8.4 3.9a1.3 1.3 0 0 0-1.8-.3Z';

function Sign({ children, turned }: { readonly children: ReactNode; readonly turned?: boolean }): ReactNode {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" fill="currentColor">
      {turned === true ? <g transform="rotate(135 12 12)">{children}</g> : children}
    </svg>
  );
}

export const CallSign = (): ReactNode => (
  <Sign>
    <path d={HANDSET} />
  </Sign>
);

export const HangUpSign = (): ReactNode => (
  <Sign turned>
    <path d={HANDSET} />
  </Sign>
);

export function SpeakerSign({ muted }: { readonly muted: boolean }): ReactNode {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.8">
      <path d="M4 9.5v5h3.2L12 18.5v-13L7.2 9.5H4Z" fill="currentColor" strokeLinejoin="round" />
      {muted ? (
        <path d="m16 9.5 5 5m0-5-5 5" strokeLinecap="round" />
      ) : (
        <path d="M15.5 9a4.2 4.2 0 0 1 0 6m2.6-8.5a7.8 7.8 0 0 1 0 11" strokeLinecap="round" />
      )}
    </svg>
  );
}
