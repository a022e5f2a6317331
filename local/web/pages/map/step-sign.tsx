/** The small sign on a step: what people experience there. The words beside it carry the meaning. */
import type { ReactNode } from 'react';
import type { StepSign as Kind } from '../../flow-shown.ts';

const PATHS: Readonly<Record<Kind, string>> = {
  asks: 'M5 4h4v4H5zM10 4h4v4h-4zM15 4h4v4h-4zM5 10h4v4H5zM10 10h4v4h-4zM15 10h4v4h-4zM10 16h4v4h-4z',
  says: 'M4 5h16v11H11l-5 4v-4H4z',
  calls: 'M8 4 3 12l5 8M16 4l5 8-5 8M13.5 5l-3 14',
  leads: 'M4 12h14M12.5 6l6 6-6 6',
  decides: 'M12 3l9 9-9 9-9-9z',
  ends: 'M6 6h12v12H6z',
  sets: 'M4 20l1-5L16 4l4 4L9 19zM14 6l4 4',
};

export const StepSign = ({ kind }: { readonly kind: Kind }): ReactNode => (
  <svg
    className={`sign sign-${kind}`}
    viewBox="0 0 24 24"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <path d={PATHS[kind]} />
  </svg>
);
