/** One clear sentence about what is wrong in a template, and where. */

/** Where in the template something stands: its owner in words, and the keys that lead there. */
export interface Place {
  /** E.g. `resource 'Greeting'` or `condition 'IsProduction'`. */
  readonly owner: string;
  readonly path: readonly (string | number)[];
}

/** The template, a parameter or the assembly is wrong: the boot stops with this message. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

/** The place one level deeper. */
export function within(place: Place, key: string | number): Place {
  return { owner: place.owner, path: [...place.path, key] };
}

/** An error that names the owner, the property path and what is wrong there. */
export function wrongAt(place: Place, problem: string): TemplateError {
  const path = place.path.length === 0 ? '' : `, ${place.path.join('.')}`;
  return new TemplateError(`${place.owner}${path}: ${problem}`);
}

/** A value as it may stand in a message: JSON, cut to a readable length. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}

/** ` Did you mean 'x'?` where one of the known names is close to the given one, or nothing. */
export function didYouMean(given: string, known: Iterable<string>): string {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(given.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(given.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best === undefined ? '' : ` Did you mean '${best}'?`;
}

function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1;
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + cost,
        ),
      );
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}
