/** Where the WebSockets of telephones and agent pages are. */

export const TELEPHONE_PATH = '/line';
export const AGENT_PATH = '/desk';
