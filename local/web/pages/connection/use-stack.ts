/** What runs, read once when the page opens. */
import { useEffect, useState } from 'react';
import { type RunningStack, runningStack } from '../../running-stack.ts';

export interface Loading {
  readonly stack?: RunningStack;
  /** One sentence, when it cannot be read. */
  readonly failure?: string;
}

export function useStack(): Loading {
  const [loading, setLoading] = useState<Loading>({});
  useEffect(() => {
    void load().then(setLoading);
  }, []);
  return loading;
}

async function load(): Promise<Loading> {
  try {
    const response = await fetch('/stack.json');
    if (!response.ok) return { failure: await response.text() };
    return { stack: runningStack.parse(await response.json()) };
  } catch (error) {
    console.warn('What runs is not known.', error);
    return { failure: 'The contact centre does not answer. Start it with npm start, then reload this page.' };
  }
}
