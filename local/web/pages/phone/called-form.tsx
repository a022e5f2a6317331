/** What a person does while the telephone rings: answers, or lets the other side hear that the line is busy. */
import type { ReactNode } from 'react';
import { CallSign, HangUpSign } from '../look/icons.tsx';

interface CalledFormProps {
  readonly answer: () => void;
  readonly decline: () => void;
}

export function CalledForm({ answer, decline }: CalledFormProps): ReactNode {
  return (
    <div className="dial">
      <button type="button" className="button button-go" onClick={answer}>
        <CallSign />
        Answer
      </button>
      <button type="button" className="button button-stop" onClick={decline}>
        <HangUpSign />
        Decline
      </button>
    </div>
  );
}
