/** Finds the flow in what a command or file put around it: the API's answer, or the content as text in quotes. */
import { FLOW_TYPES, type FlowType, type Json } from './flow.ts';
import { isObject, type JsonObject } from './json.ts';

export interface Wrapped {
  /** Where the flow stands, e.g. `ContactFlow`, `Content`; empty where the whole value is the text of a flow. */
  readonly path: readonly string[];
  /** The text of the flow, or the flow itself where the wrapper holds it as JSON. */
  readonly content: Json;
  readonly type?: FlowType;
}

/** API_DescribeContactFlow and API_DescribeContactFlowModule. */
const ANSWERS = ['ContactFlow', 'ContactFlowModule'] as const;

/** @returns undefined for a value that is a flow itself, or nothing that could hold one. */
export function unwrap(value: Json): Wrapped | undefined {
  if (typeof value === 'string') return mayBeFlow(value) ? { path: [], content: value } : undefined;
  if (!isObject(value) || isFlow(value)) return undefined;
  for (const answer of ANSWERS) {
    const inner = value[answer];
    const found = isObject(inner) ? contentOf(inner, [answer]) : undefined;
    if (found !== undefined) return answer === 'ContactFlowModule' ? { ...found, type: 'MODULE' } : found;
  }
  return contentOf(value, []);
}

/** A text in quotes that is no object is nobody's flow. */
const mayBeFlow = (text: string): boolean => /^\uFEFF?\s*\{/.test(text);

const isFlow = (value: JsonObject): boolean =>
  value['Actions'] !== undefined || value['modules'] !== undefined;

function contentOf(value: JsonObject, path: readonly string[]): Wrapped | undefined {
  const { Content, Type } = value;
  if (!(typeof Content === 'string' && mayBeFlow(Content)) && !(isObject(Content) && isFlow(Content)))
    return undefined;
  const type = FLOW_TYPES.find((candidate) => candidate === Type);
  return { path: [...path, 'Content'], content: Content ?? null, ...(type === undefined ? {} : { type }) };
}
