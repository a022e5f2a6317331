/** Every limit of the pages' server in one place, and why it has that size. */

/** The longest message in either of our protocols is a sign-in: about 200 bytes. */
export const MESSAGE_BYTES_MAX = 4_096;

/** A person presses some ten keys a second at best; a prompt's end comes on top. Refilled at this rate … */
export const MESSAGES_PER_SECOND = 20;
/** … up to this many, so that `4711#` pasted at once is no offence. */
export const MESSAGES_BURST = 60;
/** Messages beyond the rate that are answered with a sentence before the line is cut. */
export const MESSAGES_OVER_RATE_MAX = 100;

/** Open lines and desks together; more than any laptop test needs, few enough to never exhaust the process. */
export const SOCKETS_MAX = 256;

/** A browser that does not answer a ping within one further interval is taken for dead. */
export const HEARTBEAT_INTERVAL_MS = 10_000;

/** How long an agent whose last page has gone may take to come back (a reload, a laptop lid) before they are out. */
export const AGENT_GRACE_MS = 15_000;

/** Sign-ins that are remembered for reloads; the oldest is forgotten first. */
export const SIGN_INS_MAX = 100;

/** Contacts in the list of recent ones: as many as the centre remembers after their end. */
export const CONTACTS_SHOWN_MAX = 200;

/** What happened to one contact, latest: a caller makes some hundred moments a call, and a queue adds a few a minute. */
export const MOMENTS_SHOWN_MAX = 5_000;

/** How often watching pages learn what is new: often enough to look live, seldom enough for a busy centre. */
export const WATCH_EVERY_MS = 60;
