/** ListDataTableValues: reads rows of a data table. */
import { list, object, optional, required, text } from '../language/parameters.ts';
import { DATA_TABLE_LIST_BYTES_MAX, DATA_TABLE_QUERIES_MAX } from '../limits.ts';
import { asks } from './asking.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';
import { utf8Bytes } from './utf8-bytes.ts';
import { listOf, scalar } from './wire-values.ts';

/** Known from other people's builders; no export holds it. */
export const listDataTableValues = defineBlock({
  type: 'ListDataTableValues',
  purpose: 'Reads the rows of a data table that have given keys.',
  see: 'adminguide/data-table-block',
  parameters: object({
    DataTableId: required(text('reference')),
    PrimaryKeyGroups: optional(
      list(
        object({
          PrimaryKeyGroupName: required(text('static')),
          PrimaryValues: required(
            list(object({ Name: required(text('static')), Value: required(text('text')) })),
          ),
        }),
        { maxItems: DATA_TABLE_QUERIES_MAX },
      ),
    ),
  }),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: SILENT,
  logName: 'ListDataTableValues',
  prepare(parameters) {
    const table = scalar(parameters['DataTableId']) ?? '';
    const groups = listOf(parameters['PrimaryKeyGroups']);
    return asks({
      service: 'data-tables',
      operation: 'ListDataTableValues',
      clears: ['DataTables', 'DataTableList'],
      input(step) {
        const dataTableId = step.value(table) ?? '';
        if (dataTableId === '') return 'the id of the data table is empty';
        return { dataTableId, groups: step.json(groups) };
      },
      keep(step, values) {
        if (utf8Bytes(JSON.stringify(values)) > DATA_TABLE_LIST_BYTES_MAX) {
          return `the rows have more than ${DATA_TABLE_LIST_BYTES_MAX} bytes`;
        }
        step.state.setAnswer('DataTableList', { ResultData: values });
        return undefined;
      },
    });
  },
});
