/** A flow of the running instance, read once for each page. */
import { useEffect, useState } from 'react';
import { type ShownFlow, shownFlow } from '../../flow-shown.ts';
import { type Loaded, read } from '../connection/read.ts';

const flows = new Map<string, Promise<Loaded<ShownFlow>>>();

function load(name: string): Promise<Loaded<ShownFlow>> {
  const known = flows.get(name);
  if (known !== undefined) return known;
  const loading = read(`/flows/${encodeURIComponent(name)}.json`, shownFlow);
  flows.set(name, loading);
  void loading.then(({ failure }) => {
    // The next look may find it.
    if (failure !== undefined) flows.delete(name);
  });
  return loading;
}

/** Gives the flow before while the next one is on its way. */
export function useFlow(name: string | undefined): Loaded<ShownFlow> {
  const [loaded, setLoaded] = useState<Loaded<ShownFlow>>({});
  useEffect(() => {
    if (name === undefined) return;
    let wanted = true;
    void load(name).then((flow) => {
      if (wanted) setLoaded(flow);
    });
    return () => {
      wanted = false;
    };
  }, [name]);
  return loaded;
}
