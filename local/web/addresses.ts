/** Where the WebSockets of telephones, agent pages and watching pages are. */

export const TELEPHONE_PATH = '/line';
export const AGENT_PATH = '/desk';
export const WATCH_PATH = '/watch';
