/** A failure of the world around a function: thrown, logged, and answered by the flow's error branch. */

/** Its message names what happened and what to do, and never holds anything a caller said or pressed. */
export class Fault extends Error {
  override readonly name = 'Fault';
}
