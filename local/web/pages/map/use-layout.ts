/** The layout of a flow, made by a worker and kept with the flow. */
import { useEffect, useState } from 'react';
import type { ShownFlow } from '../../flow-shown.ts';
import { type FlowLayout, layoutOf } from './flow-layout.ts';

const made = new WeakMap<ShownFlow, FlowLayout>();

/** Nothing while it is being made. A browser that lets no worker run makes it itself. */
export function useLayout(flow: ShownFlow): FlowLayout | undefined {
  const [, showAgain] = useState(0);
  useEffect(() => {
    if (made.has(flow)) return;
    const keep = (layout: FlowLayout): void => {
      made.set(flow, layout);
      showAgain((times) => times + 1);
    };
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<FlowLayout>) => {
      keep(data);
      worker.terminate();
    };
    worker.onerror = () => {
      keep(layoutOf(flow));
      worker.terminate();
    };
    worker.postMessage(flow);
    return () => worker.terminate();
  }, [flow]);
  return made.get(flow);
}
