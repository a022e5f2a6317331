/** The name that somebody probably meant. */

/** Names further apart than a third of their letters are no slip of the keyboard. */
const distanceAllowed = (name: string): number => Math.floor(name.length / 3);

/** The candidate nearest to a name that was not found, or undefined where none is near; upper case counts as lower. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = distanceAllowed(name) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** `; did you mean 'x'?`, or nothing where no candidate is near: to be put at the end of a message. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const best = nearest(name, candidates);
  return best === undefined ? '' : `; did you mean '${best}'?`;
}

/** Letters to insert, drop or change (Levenshtein); `giveUpAt` once no smaller distance is possible. */
function editDistance(from: string, to: string, giveUpAt: number): number {
  if (Math.abs(from.length - to.length) >= giveUpAt) return giveUpAt;
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 1; line <= from.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= to.length; column += 1) {
      const changed = (row[column - 1] ?? 0) + (from[line - 1] === to[column - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    if (Math.min(...next) >= giveUpAt) return giveUpAt;
    row = next;
  }
  return row[to.length] ?? giveUpAt;
}
