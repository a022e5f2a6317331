/** The order in which a walk from the start meets the steps of a flow. */
import type { FlowUnderCheck } from './flow-under-check.ts';

/** Reverse postorder from the start; steps that cannot be reached come last. Without recursion, for flows of any size. */
export function walkOrder({ steps, start }: FlowUnderCheck): readonly number[] {
  const seen = new Uint8Array(steps.length);
  const finished: number[] = [];
  const visit = (root: number): void => {
    if (seen[root] === 1) return;
    seen[root] = 1;
    const trail = [{ at: root, next: 0 }];
    for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
      const edge = steps[top.at]?.edges[top.next];
      top.next += 1;
      if (edge === undefined) {
        finished.push(top.at);
        trail.pop();
      } else if (edge.to !== undefined && seen[edge.to] === 0) {
        seen[edge.to] = 1;
        trail.push({ at: edge.to, next: 0 });
      }
    }
  };
  if (start !== undefined) visit(start);
  const order = finished.toReversed();
  for (let index = 0; index < steps.length; index += 1) if (seen[index] === 0) order.push(index);
  return order;
}
