/** What runs, read once when the page opens. */
import { useEffect, useState } from 'react';
import { type RunningStack, runningStack } from '../../running-stack.ts';
import { read } from './read.ts';

export interface Loading {
  readonly stack?: RunningStack;
  /** One sentence, when it cannot be read. */
  readonly failure?: string;
}

export function useStack(): Loading {
  const [loading, setLoading] = useState<Loading>({});
  useEffect(() => {
    void read('/stack.json', runningStack).then(({ value, failure }) => {
      setLoading({
        ...(value === undefined ? {} : { stack: value }),
        ...(failure === undefined ? {} : { failure }),
      });
    });
  }, []);
  return loading;
}
