/** The limits that Amazon Connect puts on flows and calls, each with the page that states it. */

/** Actions of one flow (adminguide/amazon-connect-service-limits). */
export const ACTIONS_PER_FLOW_MAX = 250;

/** Characters of a flow's `Content` (API_CreateContactFlow). */
export const FLOW_CONTENT_CHARACTERS_MAX = 256_000;

/** Characters of an action's `Identifier` (devguide/flow-language-actions). */
export const IDENTIFIER_CHARACTERS_MAX = 50;

/** Nesting of a flow's JSON that is read; real flows stay below 15. Ours, so that hostile text cannot exhaust the stack. */
export const FLOW_JSON_DEPTH_MAX = 64;
