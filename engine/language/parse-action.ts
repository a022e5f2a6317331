/** Reads one action of a flow: keeps what can be kept, and says what was wrong with the rest. */
import { type Diagnostic, error } from './diagnostic.ts';
import type { Condition, FlowAction, Json, Transitions } from './flow.ts';
import { identifierFault } from './identifier.ts';
import { isList, isObject, type JsonObject, kindOf } from './json.ts';
import { misspelt } from './misspelt.ts';

/** Takes a report about a place inside one action. */
type Report = (code: string, message: string, path: string) => void;

/**
 * @returns undefined only where nothing can be said about the action (it is no object, or has no name or type).
 * Unknown keys ride along, so that a flow can be printed again as it was.
 */
export function parseAction(value: Json, index: number, diagnostics: Diagnostic[]): FlowAction | undefined {
  const path = `Actions[${index}]`;
  if (!isObject(value)) {
    diagnostics.push(
      error('flow/malformed-action', `an action is an object; this one is ${kindOf(value)}`, path),
    );
    return undefined;
  }
  const { Identifier, Type, Parameters = {}, Transitions: transitions } = value;
  const step = typeof Identifier === 'string' ? Identifier : undefined;
  const report: Report = (code, message, inside) => {
    diagnostics.push(error(code, message, `${path}${inside}`, step));
  };
  if (typeof Identifier !== 'string' || typeof Type !== 'string') {
    const missing = typeof Identifier === 'string' ? 'Type' : 'Identifier';
    const found = `${kindOf(value[missing])}${misspelt(value, missing)}`;
    report('flow/malformed-action', `${missing} is text; this is ${found}`, `.${missing}`);
    return undefined;
  }
  const fault = identifierFault(Identifier);
  if (fault !== undefined)
    report('flow/bad-identifier', `the identifier '${Identifier}' ${fault}`, '.Identifier');
  if (!isObject(Parameters))
    report('flow/malformed-action', `Parameters is an object; this is ${kindOf(Parameters)}`, '.Parameters');
  return {
    ...value,
    Identifier,
    Type,
    Parameters: isObject(Parameters) ? Parameters : {},
    Transitions: parseTransitions(transitions, report),
  };
}

function parseTransitions(value: Json | undefined, report: Report): Transitions {
  if (!isObject(value)) {
    const hint = value === undefined ? '; a step that ends the flow has {}' : '';
    report(
      'flow/malformed-action',
      `Transitions is an object; this is ${kindOf(value)}${hint}`,
      '.Transitions',
    );
    return {};
  }
  const { NextAction, Errors, Conditions, ...rest } = value;
  if (NextAction !== undefined && typeof NextAction !== 'string')
    report(
      'flow/malformed-action',
      `NextAction names an action; this is ${kindOf(NextAction)}`,
      '.Transitions.NextAction',
    );
  return {
    ...rest,
    ...(typeof NextAction === 'string' ? { NextAction } : {}),
    ...(Errors === undefined ? {} : { Errors: parseList(Errors, 'Errors', parseError, report) }),
    ...(Conditions === undefined
      ? {}
      : { Conditions: parseList(Conditions, 'Conditions', parseCondition, report) }),
  };
}

function parseList<Item>(
  value: Json,
  name: string,
  parse: (entry: JsonObject) => Item | undefined,
  report: Report,
): readonly Item[] {
  const path = `.Transitions.${name}`;
  if (!isList(value)) {
    report('flow/malformed-action', `${name} is a list; this is ${kindOf(value)}`, path);
    return [];
  }
  return value.flatMap((entry, index) => {
    const item = isObject(entry) ? parse(entry) : undefined;
    if (item !== undefined) return [item];
    report(
      'flow/malformed-branch',
      `this entry of ${name} is not a branch that can be read`,
      `${path}[${index}]`,
    );
    return [];
  });
}

function parseError(entry: JsonObject): { ErrorType: string; NextAction: string } | undefined {
  const { ErrorType, NextAction } = entry;
  return typeof ErrorType === 'string' && typeof NextAction === 'string'
    ? { ...entry, ErrorType, NextAction }
    : undefined;
}

function parseCondition(entry: JsonObject): { Condition: Condition; NextAction: string } | undefined {
  const { Condition: condition, NextAction } = entry;
  if (!isObject(condition) || typeof NextAction !== 'string') return undefined;
  const { Operator, Operands } = condition;
  if (typeof Operator !== 'string' || !isList(Operands)) return undefined;
  const texts = Operands.filter((operand) => typeof operand === 'string');
  if (texts.length !== Operands.length) return undefined;
  return { ...entry, Condition: { ...condition, Operator, Operands: texts }, NextAction };
}
