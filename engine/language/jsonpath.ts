/** How a flow refers to data: the spellings of a reference, alone or inside text (adminguide/how-to-reference-attributes). */

import { oneCopy } from './one-copy.ts';

/** One reference, e.g. `$.Attributes['x y']` has the segments `Attributes` and `x y`. */
export interface Reference {
  /** As the author wrote it. */
  readonly text: string;
  /** At least one; the first is the namespace. */
  readonly segments: readonly string[];
}

export type TextPart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'reference'; readonly reference: Reference };

/**
 * After the namespace come `.name`, `.['name']`, `['name']` and `[0]`. A `$` as a segment is the broken path
 * `$.Attributes.$.StoredCustomerInput`, which real exports hold: it names nothing, and is no crash.
 */
const NAME = String.raw`[A-Za-z_](?:[\w:-]*\w)?`;
const MEMBER = String.raw`${NAME}|\d+|\$(?=\.)`;
const QUOTED = String.raw`\['[^'\]\r\n]*'\]|\["[^"\]\r\n]*"\]`;
const PATH = String.raw`\$(?:\.(?:${NAME})|\.?(?:${QUOTED}))(?:\.(?:${MEMBER})|\.?(?:${QUOTED})|\[\d+\])*`;
const WHOLE = new RegExp(`^${PATH}$`);
const SEGMENT = new RegExp(String.raw`\.?\['([^']*)'\]|\.?\["([^"]*)"\]|\[(\d+)\]|\.(${MEMBER})`, 'g');

/** The reference that the whole value is, or undefined where it is text (or a broken spelling). */
export function parseReference(value: string): Reference | undefined {
  return WHOLE.test(value) ? toReference(value) : undefined;
}

/** Whether a value is meant as a reference, well spelt or not: nobody's queue, flow or function begins like this. */
export function looksLikeReference(value: string): boolean {
  return value.startsWith('$.') || value.startsWith('$[');
}

/** Whether a text holds no reference of any spelling: it is its own value. */
export const isPlain = (text: string): boolean => !text.includes('$');

/**
 * Text cut at its references, in order, with nothing lost: the parts' texts joined are the text. Back-ticks around
 * a reference belong to it (adminguide/data-table-block).
 */
export function splitText(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const match of text.matchAll(new RegExp(`\`(${PATH})\`|${PATH}`, 'g'))) {
    if (match.index > at) parts.push({ kind: 'words', text: text.slice(at, match.index) });
    parts.push({ kind: 'reference', reference: { ...toReference(match[1] ?? match[0]), text: match[0] } });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ kind: 'words', text: text.slice(at) });
  return parts;
}

/** Every reference in a text, whole or embedded. */
export function referencesIn(text: string): readonly Reference[] {
  return splitText(text).flatMap((part) => (part.kind === 'reference' ? [part.reference] : []));
}

function toReference(text: string): Reference {
  const segments = [...text.matchAll(SEGMENT)].map((match) =>
    oneCopy(match[1] ?? match[2] ?? match[3] ?? match[4] ?? ''),
  );
  return { text, segments };
}

/** Namespaces that are a value of their own (adminguide/connect-attrib-list). */
const VALUES: ReadonlySet<string> = new Set([
  'AwsRegion',
  'CallbackNumber',
  'Channel',
  'ContactId',
  'CustomerId',
  'Description',
  'InitialContactId',
  'InitiationMethod',
  'InstanceARN',
  'LanguageCode',
  'Name',
  'PreviousContactId',
  'StoredCustomerInput',
  'TextToSpeechVoiceId',
]);

/** Namespaces that hold values: alone they are none (adminguide/connect-attrib-list). */
const CONTAINERS: ReadonlySet<string> = new Set([
  'AdditionalEmailRecipients',
  'Agent',
  'AgenticCX',
  'Attributes',
  'Capabilities',
  'Case',
  'Customer',
  'CustomerEndpoint',
  'DataTableList',
  'DataTables',
  'Email',
  'External',
  'ExternalTool',
  'FlowAttributes',
  'LambdaInvocation',
  'Lex',
  'Loop',
  'Media',
  'MediaStreams',
  'Metrics',
  'Modules',
  'Queue',
  'References',
  'SegmentAttributes',
  'SystemEndpoint',
  'Tags',
  'Task',
  'Views',
  'Wisdom',
]);

/** Whether a reference can name a value at all: a known namespace, and a member of it where it has members. */
export function canName(reference: Reference): boolean {
  const [root, ...members] = reference.segments;
  if (root === undefined || members.includes('$')) return false;
  return CONTAINERS.has(root) ? members.length > 0 : VALUES.has(root) && members.length === 0;
}
