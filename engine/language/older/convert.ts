/** Turns the console's older export (`modules`) into a flow of today's language, and says what it could not turn. */
import { type Diagnostic, error, warning } from '../diagnostic.ts';
import {
  FLOW_LANGUAGE_VERSION,
  type FlowAction,
  type FlowDocument,
  type FlowType,
  type Json,
  type Transitions,
} from '../flow.ts';
import { isList, isObject, type JsonObject } from '../json.ts';
import { checkStart, checkTargets } from '../targets.ts';
import type { Conversion, Converted } from './conversion.ts';
import { LEADING } from './leading.ts';
import { type OlderModule, readModule } from './module.ts';
import { SETTING } from './setting.ts';
import { TALKING } from './talking.ts';

const CONVERSIONS: ReadonlyMap<string, Conversion> = new Map(
  [TALKING, LEADING, SETTING].flatMap((table) => Object.entries(table)),
);

const TYPES: Readonly<Record<string, FlowType>> = {
  contactFlow: 'CONTACT_FLOW',
  customerQueue: 'CUSTOMER_QUEUE',
  customerHold: 'CUSTOMER_HOLD',
  customerWhisper: 'CUSTOMER_WHISPER',
  agentHold: 'AGENT_HOLD',
  agentWhisper: 'AGENT_WHISPER',
  outboundWhisper: 'OUTBOUND_WHISPER',
  agentTransfer: 'AGENT_TRANSFER',
  queueTransfer: 'QUEUE_TRANSFER',
};

/** The console's own name of a type, as older and newer exports hold it, e.g. `customerQueue`. */
const flowTypeNamed = (name: string): FlowType | undefined =>
  Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;

export const olderType = ({ type }: JsonObject): FlowType | undefined =>
  typeof type === 'string' ? flowTypeNamed(type) : undefined;

/**
 * Identifiers are kept. Paths of the report are those of the new document.
 * @returns undefined where there is not one block.
 */
export function convertOlderExport(value: JsonObject, diagnostics: Diagnostic[]): FlowDocument | undefined {
  const entries = isList(value['modules']) ? value['modules'] : [];
  const modules = entries.flatMap((entry, index) => {
    const module = readModule(entry);
    if (module === undefined)
      diagnostics.push(
        error('flow/malformed-action', 'this module has no id or no type', `modules[${index}]`),
      );
    return module === undefined ? [] : [module];
  });
  if (modules.length === 0) return undefined;
  const flowType = typeof value['type'] === 'string' ? value['type'] : '';
  const actions = modules.map((module, index) => convert(module, index, flowType, diagnostics));
  const start = typeof value['start'] === 'string' ? value['start'] : '';
  const placed = actions.map((action, index) => ({ action, index }));
  diagnostics.push(...checkStart(start, placed), ...checkTargets(placed));
  return {
    Version: FLOW_LANGUAGE_VERSION,
    StartAction: start,
    Metadata: metadataOf(value, modules),
    Actions: actions,
  };
}

function convert(
  module: OlderModule,
  index: number,
  flowType: string,
  diagnostics: Diagnostic[],
): FlowAction {
  const report = (code: string, message: string, inside: string): void => {
    diagnostics.push(warning(code, message, `Actions[${index}]${inside}`, module.id));
  };
  const conversion = CONVERSIONS.get(module.type);
  if (conversion === undefined) {
    report(
      'older/no-equivalent',
      `the older block ${module.type} has no equivalent today; put another in its place`,
      '.Type',
    );
    return kept(module);
  }
  const converted = conversion(module, flowType);
  for (const { name, value, resourceName } of module.parameters) {
    if (value !== '' || resourceName === '') continue;
    report(
      'older/name-only',
      `the export has only the name '${resourceName}' for ${name}, no ARN; put one in`,
      '.Parameters',
    );
  }
  for (const name of converted.leftOut ?? [])
    report('older/left-out', `${name} of ${module.type} has no place today and was left out`, '.Parameters');
  return {
    Identifier: module.id,
    Type: converted.Type,
    Parameters: converted.Parameters,
    Transitions: transitionsOf(module, converted),
  };
}

function transitionsOf(module: OlderModule, { next, errors = {}, conditions = [] }: Converted): Transitions {
  const targetOf = (condition: string): string | undefined =>
    module.branches.find((branch) => branch.condition === condition)?.to || undefined;
  const Errors = Object.entries(errors).flatMap(([ErrorType, condition]) => {
    const NextAction = targetOf(condition);
    return NextAction === undefined ? [] : [{ NextAction, ErrorType }];
  });
  const Conditions = conditions.flatMap(({ operator, operand, to }) =>
    to === '' ? [] : [{ NextAction: to, Condition: { Operator: operator, Operands: [operand] } }],
  );
  // Where only branches lead on, the console mirrors one of them.
  const mirrored =
    Errors.find(({ ErrorType }) => ErrorType === 'NoMatchingCondition') ??
    Errors.find(({ ErrorType }) => ErrorType === 'NoMatchingError');
  const NextAction = next === undefined ? mirrored?.NextAction : targetOf(next);
  return {
    ...(NextAction === undefined ? {} : { NextAction }),
    ...(Errors.length > 0 ? { Errors } : {}),
    ...(Conditions.length > 0 ? { Conditions } : {}),
  };
}

/** A block that nobody can convert is kept as it was, under its own type, which a check then refuses. */
function kept(module: OlderModule): FlowAction {
  const [first] = module.branches.filter(({ to }) => to !== '');
  return {
    Identifier: module.id,
    Type: module.type,
    Parameters: Object.fromEntries(
      module.parameters.map(({ name, key, value }) => [key === '' ? name : `${name}.${key}`, value]),
    ),
    Transitions: first === undefined ? {} : { NextAction: first.to },
  };
}

function metadataOf(value: JsonObject, modules: readonly OlderModule[]): Json {
  const metadata = isObject(value['metadata']) ? value['metadata'] : {};
  return {
    ...metadata,
    ActionMetadata: Object.fromEntries(modules.map((module) => [module.id, module.metadata])),
  };
}
