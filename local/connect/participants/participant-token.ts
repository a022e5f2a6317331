/** The tokens by which a chat's customer is known: they name the chat and its participant, whose id nobody guesses. */

/** `participant`: of StartChatContact; `connection`: of CreateParticipantConnection. */
type Purpose = 'participant' | 'connection';

const token = (purpose: Purpose, contactId: string, participantId: string): string =>
  Buffer.from(JSON.stringify([purpose, contactId, participantId])).toString('base64url');

export const participantToken = (contactId: string, participantId: string): string =>
  token('participant', contactId, participantId);

export const connectionToken = (contactId: string, participantId: string): string =>
  token('connection', contactId, participantId);

export interface Bearer {
  readonly contactId: string;
  readonly participantId: string;
}

/** Undefined for what is no token of this purpose, whatever it is. */
export function readToken(text: string | undefined, purpose: Purpose): Bearer | undefined {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text ?? '', 'base64url').toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (!Array.isArray(value) || value.length !== 3) return undefined;
  const [kind, contactId, participantId]: unknown[] = value;
  return kind === purpose && typeof contactId === 'string' && typeof participantId === 'string'
    ? { contactId, participantId }
    : undefined;
}
