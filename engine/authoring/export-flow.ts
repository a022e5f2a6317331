/** A flow as JSON for the console's import: with the name and type that the console asks for, and ids for names. */
import { type Diagnostic, warning } from '../language/diagnostic.ts';
import type { FlowDocument, FlowType, Json } from '../language/flow.ts';
import { isObject } from '../language/json.ts';
import { printFlow } from '../language/print.ts';
import { type ResourceNames, withIds } from './import-names.ts';

export interface Exportable {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: FlowType;
  readonly document: FlowDocument;
}

/** Those of a module's exports that are flows, in their order. */
export function exportablesIn(values: readonly unknown[]): readonly Exportable[] {
  return values.filter(isExportable);
}

const isExportable = (value: unknown): value is Exportable =>
  typeof value === 'object' &&
  value !== null &&
  'document' in value &&
  'name' in value &&
  'type' in value &&
  typeof value.document === 'object';

const REFERENCE = /\$\{[a-z]+\.[\w-]+\}/g;

/** What has no id in the list stays a name, and is told: the console finds nothing by it. */
export function exportFlow(
  flow: Exportable,
  names: ResourceNames,
): { readonly content: string; readonly diagnostics: readonly Diagnostic[] } {
  const { document, title, description, type } = flow;
  const given = isObject(document.Metadata) ? document.Metadata : {};
  const Metadata: Json = {
    ...given,
    name: given['name'] ?? title,
    description: given['description'] ?? description,
    type: given['type'] ?? consoleType(type),
  };
  const content = withIds(printFlow({ ...document, Metadata }), names);
  const diagnostics = [...new Set(content.match(REFERENCE))].map((reference) =>
    warning('export/no-id', `'${reference}' has no ARN in --names; the console will not find it`, ''),
  );
  return { content, diagnostics };
}

/** `CONTACT_FLOW` is `contactFlow` in the console's exports. */
const consoleType = (type: FlowType): string =>
  type.toLowerCase().replaceAll(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
