/** The stages of a contact's life, and how one begins. */

/** Where a contact is in its life; always in exactly one. While it rings at an agent it is still `queued`. */
export type Phase =
  | 'flow'
  /** A callback or task before its turn. */
  | 'scheduled'
  | 'queued'
  | 'agent-whisper'
  | 'customer-whisper'
  | 'connected'
  | 'disconnect-flow'
  /** A number outside is called, and after that its outbound whisper runs; that of a customer who is called runs before, too. */
  | 'dialling'
  | 'outbound-whisper'
  /** The customer's telephone rings. */
  | 'calling'
  /** In conversation with somebody outside, and no agent of its own. */
  | 'third-party'
  /** A task that was put off for a while. */
  | 'paused'
  | 'ended';

/** How a contact came about (adminguide/ctr-data-model); `FLOW`: by a block that creates a task. */
export type Initiation =
  | 'INBOUND'
  | 'QUEUE_TRANSFER'
  | 'API'
  | 'FLOW'
  | 'TRANSFER'
  /** By an agent. */
  | 'OUTBOUND'
  | 'CALLBACK'
  | 'EXTERNAL_OUTBOUND'
  /** A supervisor listens to another contact. */
  | 'MONITOR';
