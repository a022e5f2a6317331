/** EvaluateDataTableValues: looks values up in a data table. */
import { list, object, optional, required, text } from '../language/parameters.ts';
import { DATA_TABLE_QUERIES_MAX } from '../limits.ts';
import { declareBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';

/** What it finds is in `$.DataTables.<query>.<attribute>` until the next such block. */
export const evaluateDataTableValues = declareBlock({
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
  notRunBecause: 'there are no data tables',
});
