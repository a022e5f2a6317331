/** A line to a contact centre in this process. */
import type { RunningCentre } from '../connect/running-centre.ts';
import { openLine } from '../web/line.ts';
import type { Open } from './call-on-wall-time.ts';

export const openInside =
  (centre: RunningCentre): Open =>
  async (heard) => {
    // Heard in the middle of a step of the engine; what the caller says about it comes after the step.
    const line = openLine({
      centre,
      say: (message) => queueMicrotask(() => heard(message)),
      audioOf: () => undefined,
    });
    return { say: line.hear, close: line.close };
  };
