/** Data tables of the instance as flows read and write them (adminguide/data-table-block). */
import type { ServiceAnswer } from '../../../engine/blocks/service.ts';
import type { Json } from '../../../engine/language/flow.ts';
import type { JsonObject } from '../../../engine/language/json.ts';
import { answered, invalid, objectsIn, textOf, textsIn, unknown } from './answers.ts';
import type { DataTableRecord, DataTableRow, ServiceState } from './service-state.ts';
import { unfit } from './table-values.ts';

/** Keys are matched exactly, and all of them must be given. Nothing is locked: flows run one after another here. */
export function askDataTables(
  { dataTables }: ServiceState,
  operation: string,
  input: JsonObject,
): ServiceAnswer {
  const id = textOf(input['dataTableId']).replace(/:\$(SAVED|LATEST)$/, '');
  const table = dataTables.find(id);
  if (table === undefined) return unknown(`data table '${id}'`);
  switch (operation) {
    case 'EvaluateDataTableValues':
      return evaluate(table, objectsIn(input['queries']));
    case 'ListDataTableValues':
      return list(table, objectsIn(input['groups']));
    default:
      return upsert(table, objectsIn(input['rows']));
  }
}

/** Values of the keys by name, or one sentence about the one that is missing. */
function keysOf(
  table: DataTableRecord,
  values: readonly JsonObject[],
  name: string,
): Map<string, string> | string {
  const keys = new Map(values.map((one) => [textOf(one[name]), textOf(one['Value'])]));
  for (const { name: key, isPrimary } of table.columns) {
    if (isPrimary && (keys.get(key) ?? '') === '') return `primary attribute '${key}' has no value`;
  }
  const strange = [...keys.keys()].find(
    (key) => !table.columns.some((column) => column.isPrimary && column.name === key),
  );
  return strange === undefined ? keys : `'${strange}' is no primary attribute of table '${table.name}'`;
}

const rowsWith = ({ rows }: DataTableRecord, keys: ReadonlyMap<string, string>): readonly DataTableRow[] =>
  rows.filter((row) => [...keys].every(([name, value]) => row.get(name) === value));

function evaluate(table: DataTableRecord, queries: readonly JsonObject[]): ServiceAnswer {
  const found: Record<string, Json> = {};
  for (const query of queries) {
    const keys = keysOf(table, objectsIn(query['PrimaryValues']), 'AttributeName');
    if (typeof keys === 'string') return invalid(keys);
    const [row] = rowsWith(table, keys);
    const values: Record<string, Json> = {};
    for (const name of textsIn(query['Attributes'])) {
      const value = row?.get(name);
      if (value !== undefined) values[name] = value;
    }
    found[textOf(query['QueryName'])] = values;
  }
  return answered(found);
}

function list(table: DataTableRecord, groups: readonly JsonObject[]): ServiceAnswer {
  const found: Record<string, Json> = {};
  if (groups.length === 0) found['default'] = table.rows.map((row) => wholeRow(table, row));
  for (const group of groups) {
    const keys = keysOf(table, objectsIn(group['PrimaryValues']), 'Name');
    if (typeof keys === 'string') return invalid(keys);
    found[textOf(group['PrimaryKeyGroupName'])] = rowsWith(table, keys).map((row) => wholeRow(table, row));
  }
  return answered({
    dataTableId: table.id,
    lockVersion: { dataTable: String(table.version) },
    primaryKeyGroups: found,
  });
}

function wholeRow({ columns }: DataTableRecord, row: DataTableRow): JsonObject {
  const values = (isPrimary: boolean): Json[] =>
    columns
      .filter((column) => column.isPrimary === isPrimary && row.has(column.name))
      .map(({ name }) => ({ attributeName: name, attributeValue: row.get(name) ?? '' }));
  return { primaryKeys: values(true), attributes: values(false) };
}

/** All rows or none. */
function upsert(table: DataTableRecord, rows: readonly JsonObject[]): ServiceAnswer {
  const writes: { readonly keys: ReadonlyMap<string, string>; readonly values: Map<string, string> }[] = [];
  for (const row of rows) {
    const keys = keysOf(table, objectsIn(row['PrimaryValues']), 'Name');
    if (typeof keys === 'string') return invalid(keys);
    const values = new Map<string, string>();
    for (const attribute of objectsIn(row['Attributes'])) {
      const name = textOf(attribute['Name']);
      const column = table.columns.find((one) => one.name === name && !one.isPrimary);
      if (column === undefined) return unknown(`attribute '${name}' of table '${table.name}'`);
      if (/^true$/i.test(textOf(attribute['UseDefaultValue'])))
        return invalid(`attribute '${name}' has no default: templates cannot give one`);
      const value = textOf(attribute['Value']);
      const problem = value === '' ? `attribute '${name}' has no value` : unfit(column, value);
      if (problem !== undefined) return invalid(problem);
      values.set(name, value);
    }
    writes.push({ keys, values });
  }
  for (const { keys, values } of writes) {
    const [known] = rowsWith(table, keys);
    if (known === undefined) table.rows.push(new Map([...keys, ...values]));
    else for (const [name, value] of values) known.set(name, value);
    table.version += 1;
  }
  return answered({});
}
