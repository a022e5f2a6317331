/** The flows of the running instance, read once when the page opens. */
import { useEffect, useState } from 'react';
import { type FlowSummary, flowList } from '../../flow-shown.ts';
import { type Loaded, read } from './read.ts';

export function useFlows(): Loaded<readonly FlowSummary[]> {
  const [loaded, setLoaded] = useState<Loaded<readonly FlowSummary[]>>({});
  useEffect(() => {
    void read('/flows.json', flowList).then(({ value, failure }) => {
      setLoaded(failure === undefined ? { value: value?.flows ?? [] } : { failure });
    });
  }, []);
  return loaded;
}
