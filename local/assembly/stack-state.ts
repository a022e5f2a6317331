/** What a local stack remembers between boots: its secrets, and what its custom resources made. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { TemplateError } from './template-error.ts';

const properties = z.record(z.string(), z.unknown());

const customResource = z.strictObject({
  type: z.string(),
  physicalId: z.string(),
  /** As they were sent, stringified. */
  properties,
  attributes: properties,
  /** `DeletionPolicy` and `UpdateReplacePolicy`: whether removal or replacement leaves it alone. */
  retainOnDelete: z.boolean(),
});

/** A custom resource (or the one before a replacement) that still has to receive its Delete event. */
const leftover = z.strictObject({ logicalId: z.string(), ...customResource.shape });

const stackState = z.strictObject({
  version: z.literal(1),
  customResources: z.record(z.string(), customResource),
  leftovers: z.array(leftover),
  secrets: z.record(z.string(), z.strictObject({ recipe: z.string(), value: z.string() })),
});

export type CustomResourceState = z.infer<typeof customResource>;
export type Leftover = z.infer<typeof leftover>;
export type StackState = z.infer<typeof stackState>;

/** Where the state of one stack is kept. */
export interface StateStore {
  load(): StackState;
  save(state: StackState): void;
}

/** State of a stack that was never booted. */
export function emptyState(): StackState {
  return { version: 1, customResources: {}, leftovers: [], secrets: {} };
}

/** Keeps the state for as long as the process lives, e.g. for one test. */
export function memoryStateStore(): StateStore {
  let kept = JSON.stringify(emptyState());
  return {
    load: () => stackState.parse(JSON.parse(kept)),
    save: (state) => {
      kept = JSON.stringify(state);
    },
  };
}

/**
 * Keeps the state in a JSON file, written whole or not at all (a new file takes the place of the old one).
 * @param file e.g. `.callwright/stacks/Callwright-dev.json`; its folder is made when needed
 */
export function fileStateStore(file: string): StateStore {
  return {
    load: () => (existsSync(file) ? readState(file) : emptyState()),
    save: (state) => {
      mkdirSync(dirname(file), { recursive: true });
      const next = `${file}.next`;
      const handle = openSync(next, 'w', 0o600);
      try {
        writeSync(handle, `${JSON.stringify(state, null, 2)}\n`);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      renameSync(next, file);
    },
  };
}

function readState(file: string): StackState {
  try {
    return stackState.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new TemplateError(
      `${file} does not hold the state of a local stack; delete it or start with --fresh`,
    );
  }
}
