/** Reads the JSON text of a flow and says everything that is wrong with it; no text makes it throw. */
import { FLOW_CONTENT_CHARACTERS_MAX, FLOW_JSON_DEPTH_MAX } from '../limits.ts';
import { type Diagnostic, error, warning } from './diagnostic.ts';
import type { FlowDocument, FlowType, Json } from './flow.ts';
import { isDeeperThan, isObject, kindOf } from './json.ts';
import { impreciseNumbers } from './number-precision.ts';
import { convertOlderExport, olderType } from './older/convert.ts';
import { readDocument } from './parse-document.ts';
import { unwrap } from './wrapper.ts';

/**
 * `flow`: today's language. `wrapped`: the same inside an answer of the API. `older-export`: the console's former
 * export, which was converted.
 */
export type FlowForm = 'flow' | 'wrapped' | 'older-export';

export interface ParsedFlow {
  /** As it was given; `printParsed` needs it. */
  readonly text: string;
  /** What could be read; undefined where the text is no flow at all. */
  readonly document?: FlowDocument;
  /** Absent where there is no document. */
  readonly form?: FlowForm;
  /** Where the text itself says so: a wrapper or an older export does. */
  readonly type?: FlowType;
  /** Paths and steps are those of the document. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param text `Content` of a flow or module, or an export that holds it. A document comes back although there are
 * errors, as far as it can be read: who runs it must look at the diagnostics first.
 */
export function parseFlow(text: string): ParsedFlow {
  const diagnostics: Diagnostic[] = [];
  const value = readJson(text, diagnostics);
  if (value === undefined) return { text, diagnostics };
  const wrapped = unwrap(value);
  if (wrapped !== undefined) {
    const { content, type } = wrapped;
    const inner = parseFlow(typeof content === 'string' ? content : JSON.stringify(content));
    return {
      ...inner,
      text,
      ...(inner.form === 'flow' ? { form: 'wrapped' } : {}),
      ...(type === undefined ? {} : { type }),
      diagnostics: [...diagnostics, ...inner.diagnostics],
    };
  }
  if (!isObject(value)) {
    const message = `a flow is a JSON object; this is ${kindOf(value)}`;
    return { text, diagnostics: [...diagnostics, error('flow/not-an-object', message, '')] };
  }
  diagnostics.push(...impreciseNumbers(text));
  if (value['Actions'] === undefined && value['modules'] !== undefined) {
    const message =
      "this is the console's older export ('modules'), which the API does not take; import it in the console and export it again, or convert it with `callwright export`";
    diagnostics.push(error('flow/older-export', message, 'modules'));
    const document = convertOlderExport(value, diagnostics);
    const type = olderType(value);
    return document === undefined
      ? { text, diagnostics }
      : { text, document, form: 'older-export', ...(type === undefined ? {} : { type }), diagnostics };
  }
  return { text, document: readDocument(value, text, diagnostics), form: 'flow', diagnostics };
}

function readJson(text: string, diagnostics: Diagnostic[]): Json | undefined {
  if (text.length > FLOW_CONTENT_CHARACTERS_MAX) {
    const message = `the flow has ${text.length} characters; the service takes ${FLOW_CONTENT_CHARACTERS_MAX}`;
    diagnostics.push(error('flow/too-long', message, ''));
  }
  const marked = text.startsWith('\uFEFF');
  if (marked)
    diagnostics.push(
      warning('flow/byte-order-mark', 'the text begins with a byte order mark; save it without', ''),
    );
  try {
    const value: Json = JSON.parse(marked ? text.slice(1) : text);
    if (!isDeeperThan(value, FLOW_JSON_DEPTH_MAX)) return value;
    const message = `the JSON nests deeper than ${FLOW_JSON_DEPTH_MAX} levels`;
    diagnostics.push(error('flow/too-deep', message, ''));
  } catch (fault) {
    // JSON.parse throws nothing but a SyntaxError; its words name the place.
    const reason = fault instanceof Error ? fault.message : String(fault);
    diagnostics.push(error('flow/not-json', `the text is not JSON: ${reason}`, ''));
  }
  return undefined;
}
