/** Circles of a directed graph: its strongly connected parts (Tarjan), without recursion, in linear time. */

/**
 * Every part from which a contact can come back to where it was: parts of several nodes, and nodes that lead to
 * themselves. Nodes are numbers below `size`.
 */
export function circlesOf(
  size: number,
  successors: (node: number) => readonly number[],
): readonly (readonly number[])[] {
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const onStack = new Uint8Array(size);
  const stack: number[] = [];
  const circles: number[][] = [];
  let counter = 0;
  for (let root = 0; root < size; root += 1) {
    if (order[root] !== -1) continue;
    const trail: { readonly node: number; readonly to: readonly number[]; next: number }[] = [];
    const enter = (node: number): void => {
      order[node] = counter;
      low[node] = counter;
      counter += 1;
      stack.push(node);
      onStack[node] = 1;
      trail.push({ node, to: successors(node), next: 0 });
    };
    enter(root);
    for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
      const target = top.to[top.next];
      top.next += 1;
      if (target !== undefined) {
        if (order[target] === -1) enter(target);
        else if (onStack[target] === 1) low[top.node] = Math.min(low[top.node] ?? 0, order[target] ?? 0);
        continue;
      }
      trail.pop();
      const above = trail.at(-1);
      if (above !== undefined) low[above.node] = Math.min(low[above.node] ?? 0, low[top.node] ?? 0);
      if (low[top.node] !== order[top.node]) continue;
      const part = stack.splice(stack.lastIndexOf(top.node));
      for (const node of part) onStack[node] = 0;
      if (part.length > 1 || top.to.includes(top.node)) circles.push(part);
    }
  }
  return circles;
}
