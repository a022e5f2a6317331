/** What fits into an attribute of a data table. */
import type { DataTableColumn } from './service-state.ts';

/** One sentence about a value that does not fit; lists and rules of validation are taken as they are. */
export function unfit({ name, valueType }: DataTableColumn, value: string): string | undefined {
  if (valueType === 'NUMBER' && (value.trim() === '' || !Number.isFinite(Number(value))))
    return `'${name}' takes a number`;
  return valueType === 'BOOLEAN' && !/^(true|false)$/i.test(value)
    ? `'${name}' takes true or false`
    : undefined;
}
