/** UpsertDataTableValues: writes rows of a data table. */
import { choice, json, list, object, optional, required, text } from '../language/parameters.ts';
import { DATA_TABLE_WRITES_MAX } from '../limits.ts';
import { asks } from './asking.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';
import { listOf, recordOf, scalar } from './wire-values.ts';

/** Known from other people's builders; no export holds it. */
export const upsertDataTableValues = defineBlock({
  type: 'UpsertDataTableValues',
  purpose: 'Writes values into a data table.',
  see: 'adminguide/data-table-block',
  parameters: object({
    DataTableId: required(text('reference')),
    LockVersion: optional(choice(['LATEST'])),
    DataTableUpsertAttributes: required(
      list(
        object({
          PrimaryKeyGroupName: required(text('static')),
          PrimaryValues: required(
            list(object({ Name: required(text('static')), Value: required(text('text')) })),
          ),
          Attributes: required(
            list(
              object({
                Name: required(text('static')),
                Value: optional(text('text')),
                UseDefaultValue: optional(json()),
              }),
              { minItems: 1 },
            ),
          ),
        }),
        { minItems: 1 },
      ),
    ),
  }),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: SILENT,
  logName: 'UpsertDataTableValues',
  prepare(parameters) {
    const table = scalar(parameters['DataTableId']) ?? '';
    const rows = listOf(parameters['DataTableUpsertAttributes']);
    const writes = rows.map(recordOf).reduce((sum, row) => {
      const attributes = listOf(row['Attributes']).length;
      return sum + (attributes > 0 ? attributes : listOf(row['PrimaryValues']).length);
    }, 0);
    return asks({
      service: 'data-tables',
      operation: 'UpsertDataTableValues',
      clears: ['DataTables', 'DataTableList'],
      input(step) {
        if (writes > DATA_TABLE_WRITES_MAX) {
          return `the step writes ${writes} attributes; ${DATA_TABLE_WRITES_MAX} are allowed`;
        }
        const dataTableId = step.value(table) ?? '';
        if (dataTableId === '') return 'the id of the data table is empty';
        return { dataTableId, rows: step.json(rows) };
      },
    });
  },
});
