/** What of a large map is looked at: a step with as many of its neighbours as can be read at once. */
import type { ShownFlow } from '../../flow-shown.ts';
import { type FlowLayout, type Place, STEP_HEIGHT, STEP_WIDTH } from './flow-layout.ts';

/** Steps can be read at this size, and at the smaller one with some effort. */
const ZOOM_MAX = 0.9;
const ZOOM_MIN = 0.6;
/** Around what is looked at, in pixels of the screen. */
const MARGIN = 24;

export interface Look {
  /** The middle of the picture, in the map's own pixels. */
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Where to look to see a step: the nearer a neighbour is, the sooner it is taken in.
 * @param frame size of the picture on the screen, in pixels
 * @returns undefined where the map has no such step
 */
export function lookAt(
  flow: ShownFlow,
  { steps }: FlowLayout,
  step: string,
  frame: { readonly width: number; readonly height: number },
): Look | undefined {
  const places = new Map(steps.map((place) => [place.id, place]));
  const own = places.get(step);
  if (own === undefined) return undefined;
  const near = neighboursOf(flow, step)
    .flatMap((id) => places.get(id) ?? [])
    .toSorted((a, b) => distance(a, own) - distance(b, own));
  const fits = ({ left, top, right, bottom }: Box): boolean =>
    (right - left) * ZOOM_MIN <= frame.width - 2 * MARGIN &&
    (bottom - top) * ZOOM_MIN <= frame.height - 2 * MARGIN;
  let box = boxOf(own);
  for (const place of near) {
    const wider = around(box, boxOf(place));
    if (fits(wider)) box = wider;
  }
  const zoom = Math.min(
    ZOOM_MAX,
    (frame.width - 2 * MARGIN) / (box.right - box.left),
    (frame.height - 2 * MARGIN) / (box.bottom - box.top),
  );
  return {
    x: (box.left + box.right) / 2,
    y: (box.top + box.bottom) / 2,
    zoom: Math.max(ZOOM_MIN, zoom),
  };
}

function neighboursOf({ steps }: ShownFlow, step: string): string[] {
  const to = steps.find(({ id }) => id === step)?.branches.map((branch) => branch.to) ?? [];
  const from = steps.filter(({ branches }) => branches.some((branch) => branch.to === step));
  return [...new Set([...to, ...from.map(({ id }) => id)])].filter((id) => id !== step);
}

const boxOf = ({ x, y }: Place): Box => ({ left: x, top: y, right: x + STEP_WIDTH, bottom: y + STEP_HEIGHT });

const around = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

const distance = (a: Place, b: Place): number => Math.hypot(a.x - b.x, a.y - b.y);
