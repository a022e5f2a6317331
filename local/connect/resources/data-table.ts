/** AWS::Connect::DataTable, DataTableAttribute and DataTableRecord: tables that flows read and write. */
import * as z from 'zod';
import { physicalUuid } from '../../assembly/physical-name.ts';
import type { Provisioner, ResourceRequest } from '../../assembly/provisioner.ts';
import type { DataTableRecord } from '../services/service-state.ts';
import { unfit } from '../services/table-values.ts';
import type { ConnectState } from '../state.ts';
import { identify, keep, ownerOf, referred } from './owner.ts';
import { flag, instanceReference, oneOf, readProperties, tags, text } from './properties.ts';
import { refuse, refuseProperty } from './refused.ts';

const anything = () => z.optional(z.unknown());

const table = (state: ConnectState): Provisioner => ({
  type: 'AWS::Connect::DataTable',
  create(request) {
    const schema = z.strictObject({
      InstanceArn: instanceReference(),
      Name: text(127),
      Description: anything(),
      Status: oneOf('PUBLISHED'),
      TimeZone: text(64),
      ValueLockLevel: oneOf('NONE', 'DATA_TABLE', 'PRIMARY_VALUE', 'ATTRIBUTE', 'VALUE'),
      Tags: tags(),
    });
    const { InstanceArn, Name } = readProperties(schema, request);
    const identity = identify(ownerOf(state, request, 'InstanceArn', InstanceArn), request, 'dataTable');
    keep(state.services.dataTables, request, { ...identity, name: Name, columns: [], rows: [], version: 1 });
    return { physicalId: identity.arn, attributes: { Arn: identity.arn } };
  },
});

const attribute = (state: ConnectState): Provisioner => ({
  type: 'AWS::Connect::DataTableAttribute',
  create(request) {
    const schema = z.strictObject({
      InstanceArn: instanceReference(),
      DataTableArn: text(2048),
      Name: text(127),
      Description: anything(),
      ValueType: oneOf('TEXT', 'NUMBER', 'BOOLEAN', 'TEXT_LIST', 'NUMBER_LIST'),
      Primary: z.optional(flag()),
      Validation: anything(),
    });
    const { DataTableArn, InstanceArn, Name, Primary, ValueType } = readProperties(schema, request);
    ownerOf(state, request, 'InstanceArn', InstanceArn);
    const { columns } = tableOf(state, request, DataTableArn);
    if (columns.some(({ name }) => name === Name))
      throw refuse(request, `the table has an attribute '${Name}' (DuplicateResourceException)`);
    const id = physicalUuid(request);
    columns.push({ id, name: Name, isPrimary: Primary ?? false, valueType: ValueType });
    return { physicalId: `${InstanceArn}|${DataTableArn}|${id}`, attributes: { AttributeId: id } };
  },
});

const record = (state: ConnectState): Provisioner => ({
  type: 'AWS::Connect::DataTableRecord',
  create(request) {
    const values = z.array(z.strictObject({ AttributeId: text(256), AttributeValue: z.string() }));
    const schema = z.strictObject({
      InstanceArn: instanceReference(),
      DataTableArn: text(2048),
      DataTableRecord: z.strictObject({ PrimaryValues: z.optional(values), Values: values }),
    });
    const { DataTableArn, InstanceArn, DataTableRecord: given } = readProperties(schema, request);
    ownerOf(state, request, 'InstanceArn', InstanceArn);
    const { columns, rows } = tableOf(state, request, DataTableArn);
    const row = new Map<string, string>();
    for (const { AttributeId, AttributeValue } of [...(given.PrimaryValues ?? []), ...given.Values]) {
      const column = columns.find(({ id }) => id === AttributeId);
      if (column === undefined)
        throw refuseProperty(request, ['DataTableRecord'], AttributeId, 'the table has no such attribute');
      const problem = unfit(column, AttributeValue);
      if (problem !== undefined) throw refuseProperty(request, ['DataTableRecord'], AttributeValue, problem);
      row.set(column.name, AttributeValue);
    }
    rows.push(row);
    const id = physicalUuid(request);
    return { physicalId: `${InstanceArn}|${DataTableArn}|${id}`, attributes: { RecordId: id } };
  },
});

const tableOf = (state: ConnectState, request: ResourceRequest, arn: string): DataTableRecord =>
  referred(state.services.dataTables, request, ['DataTableArn'], arn, 'data table');

export const dataTableProvisioners = (state: ConnectState): readonly Provisioner[] => [
  table(state),
  attribute(state),
  record(state),
];
