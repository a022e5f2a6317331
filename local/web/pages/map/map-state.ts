/** What changes on a map while a call moves: kept apart from the picture, which stays the same. */
import { createContext } from 'react';
import { lineId } from './flow-layout.ts';
import type { Walk } from './walk.ts';

export interface MapState {
  /** The step that runs, or in which the contact ended. */
  readonly current: string | undefined;
  readonly ended: boolean;
  readonly selected: string | undefined;
  /** The step that the keyboard is at. */
  readonly focused: string;
  /** How often each step was left. */
  readonly passed: ReadonlyMap<string, number>;
  /** Orders of the visits that went along each line. */
  readonly walked: ReadonlyMap<string, readonly number[]>;
  /** How often calls took each line; undefined where nobody wants to see it. */
  readonly taken: ReadonlyMap<string, number> | undefined;
  choose(step: string): void;
  /** A step has come onto the picture: it takes the focus where the keyboard is on its way to it. */
  arrived(step: string, button: HTMLElement): void;
}

export const MapContext = createContext<MapState>({
  current: undefined,
  ended: false,
  selected: undefined,
  focused: '',
  passed: new Map(),
  walked: new Map(),
  taken: undefined,
  choose: () => undefined,
  arrived: () => undefined,
});

export function wayThrough(flow: string, walk: Walk | undefined): Pick<MapState, 'passed' | 'walked'> {
  const passed = new Map<string, number>();
  const walked = new Map<string, number[]>();
  for (const { flow: of, step, to, order } of walk?.visits ?? []) {
    if (of !== flow) continue;
    passed.set(step, (passed.get(step) ?? 0) + 1);
    if (to === undefined) continue;
    const id = lineId(step, to);
    walked.set(id, [...(walked.get(id) ?? []), order]);
  }
  return { passed, walked };
}
