/** Walking over the map with the arrow keys: along transitions, not across the picture. */
import type { ShownFlow } from '../../flow-shown.ts';
import type { FlowLayout } from './flow-layout.ts';

/** The step to go to; undefined where there is none. Left goes back the way one came, up and down to the other branches. */
export function stepBeside(
  flow: ShownFlow,
  { steps: places }: FlowLayout,
  from: string,
  key: string,
  cameFrom: string | undefined,
): string | undefined {
  const targetsOf = (id: string): string[] => {
    const branches = flow.steps.find((step) => step.id === id)?.branches ?? [];
    const byKind = [
      ...branches.filter(({ kind }) => kind !== 'error'),
      ...branches.filter(({ kind }) => kind === 'error'),
    ];
    return [...new Set(byKind.map(({ to }) => to))].filter((to) => to !== id);
  };
  const sourcesOf = (id: string): string[] =>
    flow.steps
      .filter((step) => step.id !== id && step.branches.some(({ to }) => to === id))
      .map((step) => step.id);
  switch (key) {
    case 'ArrowRight':
      return targetsOf(from)[0];
    case 'ArrowLeft': {
      const sources = sourcesOf(from);
      return cameFrom !== undefined && sources.includes(cameFrom) ? cameFrom : sources[0];
    }
    case 'ArrowUp':
    case 'ArrowDown': {
      const parent =
        cameFrom !== undefined && targetsOf(cameFrom).includes(from) ? cameFrom : sourcesOf(from)[0];
      if (parent === undefined) return undefined;
      const placeOf = (id: string) => places.find((place) => place.id === id) ?? { x: 0, y: 0 };
      // Those of one column come one after the other.
      const siblings = targetsOf(parent).sort((one, other) => {
        const [a, b] = [placeOf(one), placeOf(other)];
        return a.x - b.x || a.y - b.y || (one < other ? -1 : 1);
      });
      return siblings[siblings.indexOf(from) + (key === 'ArrowDown' ? 1 : -1)];
    }
    case 'Home':
      return flow.start;
    default:
      return undefined;
  }
}
