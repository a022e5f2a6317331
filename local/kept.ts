/** What a centre keeps from run to run, by its name in the folder of its data; `--fresh` forgets all of it. */
export const KEPT = {
  tables: 'data',
  /** The state of stacks: secrets, and what custom resources have made. */
  stacks: 'stacks',
  /** Code and recordings of prompts, as the running centre uses them. */
  assets: 'assets',
  /** Objects of buckets, recordings of calls among them. */
  objects: 'objects',
  /** Contacts that went on, and records that were on their way. */
  openContacts: 'open-contacts.json',
} as const;
