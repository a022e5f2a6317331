/** What the owner of an imported flow is told to do about a thing of somebody else's instance that it names. */

/** An ARN, or the bare id of something in an instance. */
const FOREIGN = /^arn:[\w-]+:|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What ARNs look like, and a name for one of that kind. */
const EXAMPLES: readonly (readonly [arn: RegExp, name: string])[] = [
  [/^arn:[\w-]+:lambda:/, 'function.lookup-order'],
  [/\/queue\//, 'queue.orders'],
  [/\/operating-hours\//, 'hours.opening'],
  [/\/flow-module\//, 'module.verify-caller'],
  [/\/contact-flow\//, 'flow.main-menu'],
  [/\/prompt\//, 'prompt.queue-music'],
  [/^[^:]+$/, 'queue.orders'],
];

/** @returns one sentence; undefined for what is nobody's, or has a name already */
export function adviceOn(text: string): string | undefined {
  if (!FOREIGN.test(text)) return undefined;
  const example = EXAMPLES.find(([arn]) => arn.test(text))?.[1];
  return example === undefined
    ? `'${text}' is of somebody's instance, and of a kind that has no names here; write your own into the file`
    : `'${text}' is of somebody's instance; give it a name in --names, such as "${example}"`;
}
