/** IAM's patterns: `*` is any run of characters, `?` is exactly one. */

/**
 * Does the text match the pattern as a whole?
 * Runs in time proportional to pattern times text, whatever the number of wildcards.
 */
export function matchesWildcard(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p;
      p += 1;
      resume = t;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p += 1;
      t += 1;
    } else if (star >= 0) {
      // The last star takes one character more, and matching goes on behind it.
      resume += 1;
      t = resume;
      p = star + 1;
    } else return false;
  }
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
}

/**
 * `ArnLike`: each of the six parts of an ARN must match on its own, so that a `*` does not reach over a colon
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN).
 */
export function matchesArn(pattern: string, arn: string): boolean {
  const patterns = arnParts(pattern);
  const parts = arnParts(arn);
  if (patterns === undefined || parts === undefined) return pattern === '*';
  return patterns.every((part, index) => matchesWildcard(part, parts[index] ?? ''));
}

function arnParts(arn: string): readonly string[] | undefined {
  const pieces = arn.split(':');
  if (pieces.length < 6) return undefined;
  return [...pieces.slice(0, 5), pieces.slice(5).join(':')];
}
