/** The tables of the contact centre by name; a function finds the physical name of one in `TABLE_<NAME>`. */

export type TableName =
  | 'customers'
  | 'cases'
  | 'orders'
  | 'contacts'
  | 'messages'
  | 'desk'
  | 'audit'
  | 'appointments'
  | 'feedback'
  | 'troubles';

/** The environment variable that holds the physical name of a table. */
export function tableVariable(name: TableName): string {
  return `TABLE_${name.toUpperCase()}`;
}
