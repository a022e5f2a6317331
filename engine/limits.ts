/** Every limit that Amazon Connect puts on flows and calls, or the engine on itself, with its unit and its source. */

/** Actions of one flow (adminguide/amazon-connect-service-limits). */
export const ACTIONS_PER_FLOW_MAX = 250;

/** Characters of a flow's `Content` (API_CreateContactFlow). */
export const FLOW_CONTENT_CHARACTERS_MAX = 256_000;

/** Characters of an action's `Identifier` (devguide/flow-language-actions). */
export const IDENTIFIER_CHARACTERS_MAX = 50;

/** Nesting of a flow's JSON that is read; real flows stay below 15. Ours, so that hostile text cannot exhaust the stack. */
export const FLOW_JSON_DEPTH_MAX = 64;

/** Longest wait for a synchronous function, seconds (adminguide/invoke-lambda-function-block). */
export const FUNCTION_BLOCK_SECONDS_MAX = 8;
/** Longest wait for an asynchronous function, seconds (adminguide/invoke-lambda-function-block). */
export const FUNCTION_BLOCK_ASYNC_SECONDS_MAX = 60;
/** What the console fills in, seconds (adminguide/invoke-lambda-function-block). */
export const FUNCTION_BLOCK_SECONDS_DEFAULT = 3;
/** Further attempts after a throttle, a 500 or a function error (adminguide/invoke-lambda-function-block). */
export const FUNCTION_RETRIES_MAX = 3;
/** All functions in a row without a word to the caller, ms (adminguide/connect-lambda-functions). */
export const FUNCTION_CHAIN_MS_MAX = 20_000;
/** Result of a function, bytes of UTF-8 (adminguide/connect-lambda-functions). */
export const FUNCTION_RESULT_BYTES_MAX = 32 * 1024;

/** All contact attributes of a contact, names and values, bytes of UTF-8 (adminguide/feature-limits). */
export const ATTRIBUTES_BYTES_MAX = 32 * 1024;
/** All flow attributes of a flow, bytes of UTF-8 (devguide/flow-control-actions-updateflowattributes). */
export const FLOW_ATTRIBUTES_BYTES_MAX = 32 * 1024;
/** User tags of a contact (seen live: "More than 6 tags in Parameters.Tags"). */
export const TAGS_MAX = 6;

/** Text of one prompt, characters with SSML tags (adminguide/play). */
export const PROMPT_CHARACTERS_MAX = 6_000;
/** Text of one prompt, characters without SSML tags (adminguide/play). */
export const PROMPT_BILLED_CHARACTERS_MAX = 3_000;

/** How long an agent's softphone rings, ms; then the contact is missed (adminguide/monitoring-cloudwatch). */
export const RING_MS = 20_000;

/** Pause that ends keyed input, seconds (adminguide/store-customer-input). */
export const INTERDIGIT_SECONDS_DEFAULT = 5;
export const INTERDIGIT_SECONDS_MIN = 1;
export const INTERDIGIT_SECONDS_MAX = 20;
/** Key that ends keyed input (adminguide/store-customer-input). */
export const TERMINATOR_DEFAULT = '#';
/** Keys in a terminating sequence (devguide/participant-actions-getparticipantinput). */
export const TERMINATOR_KEYS_MAX = 5;
/** Until the first key, seconds (adminguide/get-customer-input). */
export const FIRST_KEY_SECONDS_MIN = 1;
export const FIRST_KEY_SECONDS_MAX = 180;
/** Keys kept ahead of the block that wants them (adminguide/set-touchtone-buffer-behavior). */
export const KEY_BUFFER_MAX = 30;
/** Keys stored at most: ours; a telephone number with its prefix fits. */
export const STORED_KEYS_MAX = 20;

/** Rounds of a loop (adminguide/loop). */
export const LOOP_COUNT_MAX = 100;
/** Longest wait of a Wait block, seconds (devguide/flow-control-actions-wait). */
export const WAIT_SECONDS_MAX = 604_800;
/** Modules inside modules (adminguide/contact-flow-modules). */
export const MODULE_NESTING_MAX = 5;
/** Blocks that one flow may run at one instant: ours, so that a circle without a wait cannot hang the centre. */
export const BLOCKS_PER_INSTANT_MAX = 1_000;

/** Priority of a contact in its queue; 1 goes first (adminguide/change-routing-priority). */
export const QUEUE_PRIORITY_DEFAULT = 5;
/** Calls at once on a new instance, in flows, queues and with agents (adminguide/amazon-connect-service-limits). */
export const CONCURRENT_CALLS_DEFAULT = 10;
/** Chats at once on a new instance (the same page). */
export const CONCURRENT_CHATS_DEFAULT = 100;
/** Requests of one operation of the Connect API in an account and Region (adminguide/amazon-connect-service-limits). */
export interface ApiRate {
  readonly perSecond: number;
  /** So many at once after a pause. */
  readonly burst: number;
}
export const API_RATE_DEFAULT: ApiRate = { perSecond: 2, burst: 5 };
export const API_RATES: Readonly<Record<string, ApiRate>> = {
  GetContactAttributes: { perSecond: 10, burst: 15 },
  UpdateContactAttributes: { perSecond: 10, burst: 15 },
  TagContact: { perSecond: 20, burst: 25 },
  UntagContact: { perSecond: 20, burst: 25 },
  StartChatContact: { perSecond: 5, burst: 8 },
  // Of the Participant Service; the page was not at hand to compare them again.
  CreateParticipantConnection: { perSecond: 6, burst: 9 },
  DisconnectParticipant: { perSecond: 3, burst: 5 },
  GetTranscript: { perSecond: 8, burst: 12 },
  SendEvent: { perSecond: 10, burst: 15 },
  SendMessage: { perSecond: 10, burst: 15 },
  GetMetricData: { perSecond: 5, burst: 8 },
};
/** Contacts of a chain, so that a caller is moved from queue to queue 11 times at most (adminguide/transfer-to-queue). */
export const CHAIN_CONTACTS_MAX = 12;
/** Contacts that must have left a queue before a wait is estimated: ours. */
export const ESTIMATED_WAIT_LEAVINGS_MIN = 3;
/** Last contacts that left a queue and count for estimated waits: ours. */
export const ESTIMATED_WAIT_LEAVINGS_KEPT = 10;
/** First message of a chat to a bot, characters (devguide/participant-actions-connectparticipantwithlexbot). */
export const CHAT_MESSAGE_CHARACTERS_MAX = 1_024;
/** How long a bot waits for a chat customer, seconds (devguide/participant-actions-connectparticipantwithlexbot). */
export const LEX_TIMEOUT_SECONDS_MIN = 60;
export const LEX_TIMEOUT_SECONDS_MAX = 604_800;
/** How long a number outside rings, seconds (adminguide/transfer-to-phone-number). */
export const CONNECTION_SECONDS_MAX = 600;
/** How long a number that an agent has called rings, ms; ours, of the usual length of networks. */
export const THIRD_PARTY_RING_MS = 60_000;
/** Parties in a call, caller and agents with all others: as instances are made, and with multi-party calls (adminguide/multi-party-calls). */
export const PARTIES_MAX = 3;
export const MULTI_PARTIES_MAX = 6;
/** Supervisors who monitor one contact at once (adminguide/monitor-conversations). */
export const MONITORS_MAX = 5;
/** How long a chat customer may take to sign in, minutes (adminguide/authenticate-customer). */
export const SIGN_IN_MINUTES_MIN = 3;
export const SIGN_IN_MINUTES_MAX = 15;
/** Values passed to an AI agent (adminguide/agentic-cx-block). */
export const CONTEXT_VARIABLES_MAX = 10;
/** Name or value of a proficiency, characters (devguide/flow-control-actions-updateroutingcriteria). */
export const PROFICIENCY_CHARACTERS_MAX = 64;
/** Level of a proficiency (API_UserProficiency). */
export const PROFICIENCY_LEVEL_MIN = 1;
export const PROFICIENCY_LEVEL_MAX = 5;
/** Delay of a callback and between its attempts, seconds (devguide/interactions-createcallbackcontact). */
export const CALLBACK_DELAY_SECONDS_MAX = 259_200;
/** How long a callback waits for an agent, ms (adminguide/setup-queued-cb). */
export const CALLBACK_KEPT_MS = 604_800_000;
/** How long one may ask for a customer's telephone to ring, seconds (API_StartOutboundVoiceContact, RingTimeoutInSeconds). */
export const CUSTOMER_RING_SECONDS_MIN = 15;
export const CUSTOMER_RING_SECONDS_MAX = 60;
/** How long a customer's telephone rings, ms (API_StartOutboundVoiceContact, RingTimeoutInSeconds). */
export const CUSTOMER_RING_MS = 60_000;
/** Fields by which a profile is searched (devguide/interactions-getcustomerprofile). */
export const SEARCH_CRITERIA_MAX = 5;
/** Queries of one data table block (adminguide/data-table-block). */
export const DATA_TABLE_QUERIES_MAX = 5;
/** Name of a task, characters (API_StartTaskContact). */
export const TASK_NAME_CHARACTERS_MAX = 512;
/** Description of a task, characters (API_StartTaskContact). */
export const TASK_DESCRIPTION_CHARACTERS_MAX = 4_096;
/** Longest delay of a task, seconds (devguide/createtask). */
export const TASK_DELAY_SECONDS_MAX = 518_400;
/** How long a task lasts, ms (adminguide/tasks, when do tasks end). */
export const TASK_KEPT_MS = 604_800_000;
/** Contacts in the personal queue of an agent (adminguide/concepts-queues-standard-and-agent). */
export const AGENT_QUEUE_CONTACTS_MAX = 10;

/** Ended contacts that can still be described: ours. */
export const ENDED_CONTACTS_KEPT = 1_000;
/** A line that reports the end of its prompts is waited for this much longer than the estimate, ms: ours. */
export const PLAYBACK_REPORT_GRACE_MS = 30_000;
/** Length assumed of audio that the engine cannot see (S3), ms: ours. */
export const MEDIA_MS_ASSUMED = 5_000;

/** Characters of a test case's `Content` (AWS::Connect::TestCase). */
export const TEST_CASE_CHARACTERS_MAX = 256_000;
/** Nesting of a test case's JSON that is read. Ours, so that hostile text cannot exhaust the stack. */
export const TEST_CASE_JSON_DEPTH_MAX = 64;
/** How long a test may run, ms; one that has not ended by then has failed (adminguide/testing-simulation-execute-test-cases). */
export const TEST_CASE_MS_MAX = 300_000;

/** How long a block waits for a service that has no limit of its own, ms: ours, that of functions. */
export const SERVICE_ANSWER_MS_MAX = 8_000;
/** What a flow may know of customer profiles, characters (adminguide/customer-profiles-block). */
export const CUSTOMER_CHARACTERS_MAX = 14_000;
/** Rows that a data table block reads, bytes (adminguide/data-table-block). */
export const DATA_TABLE_LIST_BYTES_MAX = 32_768;
/** Attributes that a data table block writes (adminguide/data-table-block). */
export const DATA_TABLE_WRITES_MAX = 25;
/** Text of an e-mail that a flow can read, bytes (adminguide/get-stored-content). */
export const EMAIL_TEXT_BYTES_MAX = 32_768;
/** Inputs of a view with the attributes, bytes (devguide/participant-actions-showview). */
export const VIEW_BYTES_MAX = 16_384;
/** How long a view is shown, seconds: ours, the seven days that a chat may last; exports hold up to 59,940. */
export const VIEW_SECONDS_MAX = 604_800;
/** How long a bot waits for a chat customer where the block does not say, seconds: ours (sessions of Lex last 5 minutes). */
export const CHAT_SILENCE_SECONDS_DEFAULT = 300;
/** What a caller says at once, characters: that of a request to Lex (lexv2/quotas). */
export const SPOKEN_CHARACTERS_MAX = 1_024;
/** How long a chat lasts where nobody says, ms: 25 hours (API_StartChatContact, ChatDurationInMinutes). */
export const CHAT_MS_DEFAULT = 90_000_000;
/** Least and most that it can be told to last, minutes (the same). */
export const CHAT_MINUTES_MIN = 60;
export const CHAT_MINUTES_MAX = 10_080;
/** How long a customer may take to connect to a new chat, ms (API_StartChatContact: within 5 minutes). */
export const CHAT_CONNECTION_MS = 300_000;
/** Least and most of a chat timer, minutes (API_ParticipantTimerValue). */
export const CHAT_TIMER_MINUTES_MIN = 2;
export const CHAT_TIMER_MINUTES_MAX = 480;
/** A message of JSON or an interactive answer, characters; one of text has 1,024 (API_ChatMessage). */
export const CHAT_JSON_CHARACTERS_MAX = 12_000;
/** Name of a chat customer, characters (API_ParticipantDetails). */
export const CHAT_NAME_CHARACTERS_MAX = 256;
