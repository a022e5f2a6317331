/** UpsertDataTableValues: writes rows of a data table. */
import { choice, json, list, object, optional, required, text } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';

/** Known from other people's builders; no export holds it. */
export const upsertDataTableValues = declareBlock({
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
  notRunBecause: 'there are no data tables',
});
