/** EvaluateDataTableValues: looks values up in a data table. */
import { list, object, optional, required, text } from '../language/parameters.ts';
import { DATA_TABLE_QUERIES_MAX } from '../limits.ts';
import { asks, keepAs } from './asking.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';
import { listOf, scalar } from './wire-values.ts';

/** What it finds is in `$.DataTables.<query>.<attribute>` until the next such block. */
export const evaluateDataTableValues = defineBlock({
  type: 'EvaluateDataTableValues',
  purpose: 'Looks values up in a data table by its keys.',
  see: 'adminguide/data-table-block',
  parameters: object({
    DataTableId: required(text('reference')),
    Queries: required(
      list(
        object({
          QueryName: required(text('static')),
          Attributes: required(list(text('static'), { minItems: 1 })),
          PrimaryValues: optional(
            list(object({ AttributeName: required(text('static')), Value: required(text('text')) })),
          ),
        }),
        { minItems: 1, maxItems: DATA_TABLE_QUERIES_MAX },
      ),
    ),
  }),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: SILENT,
  logName: 'EvaluateDataTableValues',
  prepare(parameters) {
    const table = scalar(parameters['DataTableId']) ?? '';
    const queries = listOf(parameters['Queries']);
    return asks({
      service: 'data-tables',
      operation: 'EvaluateDataTableValues',
      clears: ['DataTables', 'DataTableList'],
      input(step) {
        const dataTableId = step.value(table) ?? '';
        if (dataTableId === '') return 'the id of the data table is empty';
        return { dataTableId, queries: step.json(queries) };
      },
      keep: keepAs('DataTables'),
    });
  },
});
