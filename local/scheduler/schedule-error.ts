/** A schedule of the template that EventBridge Scheduler would refuse, in one sentence. */
export class ScheduleError extends Error {
  override readonly name = 'ScheduleError';
}
