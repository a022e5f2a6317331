/** Pages of a chat's transcript, as GetTranscript gives them (API_connect-participant_GetTranscript). */
import type { ChatItem } from '../../../engine/contact/chat-state.ts';

export interface TranscriptQuery {
  readonly ContactId?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
  readonly ScanDirection?: 'FORWARD' | 'BACKWARD' | undefined;
  readonly SortOrder?: 'DESCENDING' | 'ASCENDING' | undefined;
  readonly StartPosition?:
    | {
        readonly Id?: string | undefined;
        readonly AbsoluteTime?: string | undefined;
        readonly MostRecent?: number | undefined;
      }
    | undefined;
}

const RESULTS_DEFAULT = 10;

export interface TranscriptPage {
  readonly Transcript: readonly object[];
  readonly NextToken?: string;
}

/** @returns one sentence for a position or token that is none. */
export function transcriptPage(items: readonly ChatItem[], query: TranscriptQuery): TranscriptPage | string {
  const { ContactId, MaxResults, StartPosition } = query;
  const own = ContactId === undefined ? items : items.filter(({ segmentId }) => segmentId === ContactId);
  const forward =
    (query.ScanDirection ?? (StartPosition === undefined ? 'BACKWARD' : 'FORWARD')) === 'FORWARD';
  const from = query.NextToken === undefined ? startOf(own, query, forward) : Number(query.NextToken);
  if (typeof from === 'string') return from;
  if (!Number.isInteger(from) || from < 0) return 'NextToken is none of this transcript';
  const count = MaxResults === undefined || MaxResults === 0 ? RESULTS_DEFAULT : MaxResults;
  const [first, last] = forward ? [from, from + count - 1] : [Math.max(0, from - count + 1), from];
  const page = own.slice(first, last + 1);
  const next = forward ? last + 1 : first - 1;
  const isMore = forward ? next < own.length : next >= 0;
  const shown = page.map(wireItem);
  return {
    Transcript: query.SortOrder === 'ASCENDING' ? shown : shown.reverse(),
    ...(isMore ? { NextToken: String(next) } : {}),
  };
}

function startOf(
  items: readonly ChatItem[],
  { StartPosition = {} }: TranscriptQuery,
  forward: boolean,
): number | string {
  const { AbsoluteTime, Id, MostRecent } = StartPosition;
  if (Id !== undefined) {
    const at = items.findIndex(({ id }) => id === Id);
    return at < 0 ? `no item of the transcript has the id '${Id}'` : at;
  }
  if (AbsoluteTime !== undefined) {
    const timeMs = Date.parse(AbsoluteTime);
    if (Number.isNaN(timeMs)) return `'${AbsoluteTime}' is no time`;
    const at = items.findIndex(({ atMs }) => atMs >= timeMs);
    return at < 0 ? items.length : at;
  }
  if (MostRecent !== undefined) return Math.max(0, items.length - MostRecent);
  return forward ? 0 : Math.max(0, items.length - 1);
}

/** An item as the service writes one; events by their content types. */
function wireItem({ atMs, id, name, participantId, role, said, segmentId }: ChatItem): object {
  return {
    AbsoluteTime: new Date(atMs).toISOString(),
    ContactId: segmentId,
    Id: id,
    ...(participantId === undefined ? {} : { ParticipantId: participantId }),
    ...(name === undefined ? {} : { DisplayName: name }),
    ...(role === undefined ? {} : { ParticipantRole: role }),
    ...(said.kind === 'message'
      ? { Type: 'MESSAGE', Content: said.text, ContentType: said.contentType }
      : { Type: 'EVENT', ContentType: `application/vnd.amazonaws.connect.event.${said.happening}` }),
  };
}
