/** ListDataTableValues: reads rows of a data table. */
import { list, object, optional, required, text } from '../language/parameters.ts';
import { DATA_TABLE_QUERIES_MAX } from '../limits.ts';
import { declareBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';

/** Known from other people's builders; no export holds it. */
export const listDataTableValues = declareBlock({
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
  notRunBecause: 'there are no data tables',
});
