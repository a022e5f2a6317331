/** Whether a condition of a flow holds (devguide/flow-language-actions). */

/**
 * Case counts; a numeric operator is false when either side is no number; an unset value meets nothing. `KeyExists`,
 * which is on the wire but not documented, holds for any value that is set.
 */
export function holds(operator: string, value: string | undefined, operand: string): boolean {
  if (value === undefined) return false;
  switch (operator) {
    case 'Equals':
      return value === operand;
    case 'TextStartsWith':
      return value.startsWith(operand);
    case 'TextEndsWith':
      return value.endsWith(operand);
    case 'TextContains':
      return value.includes(operand);
    case 'NumberGreaterThan':
      return numberOf(value) > numberOf(operand);
    case 'NumberGreaterOrEqualTo':
      return numberOf(value) >= numberOf(operand);
    case 'NumberLessThan':
      return numberOf(value) < numberOf(operand);
    case 'NumberLessOrEqualTo':
      return numberOf(value) <= numberOf(operand);
    case 'KeyExists':
      return true;
    default:
      return false;
  }
}

const numberOf = (text: string): number =>
  /^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(text) ? Number(text) : Number.NaN;
