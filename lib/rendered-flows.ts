/** Reads the rendered flows that the catalogue lists. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from './config-error.ts';
import type { FlowSource } from './flow-references.ts';

export type CatalogueEntry = Omit<FlowSource, 'content'>;

/**
 * The flows with their JSON.
 * @param folder holds `<name>.json` for every entry
 * @throws ConfigurationError where a flow has not been rendered
 */
export function readRenderedFlows(catalogue: readonly CatalogueEntry[], folder: string): FlowSource[] {
  // Field by field: an entry may be a built flow, whose own content is laid out when it is asked for.
  return catalogue.map(({ name, title, type, description }) => {
    const file = join(folder, `${name}.json`);
    try {
      return { name, title, type, description, content: readFileSync(file, 'utf8') };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new ConfigurationError(
        `flow "${name}" cannot be read: ${reason}; render the flows with "npm run render".`,
      );
    }
  });
}
