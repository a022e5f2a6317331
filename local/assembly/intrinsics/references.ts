/** Intrinsics that name something else: `Ref`, `Fn::GetAtt`, `Fn::Sub`, `Fn::ImportValue`, `Fn::FindInMap`. */
import { didYouMean, type Place, shown, wrongAt } from '../template-error.ts';
import { type Call, type Intrinsic, noValue, parts, type Scope, text } from './call.ts';

/** Pseudo parameters and what they are on this machine. */
export function pseudoParameter(name: string, { stack }: Scope): unknown {
  switch (name) {
    case 'AWS::AccountId':
      return stack.accountId;
    case 'AWS::Region':
      return stack.region;
    case 'AWS::Partition':
      return stack.partition;
    case 'AWS::StackName':
      return stack.stackName;
    case 'AWS::StackId':
      return stack.stackId;
    case 'AWS::URLSuffix':
      return stack.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
    case 'AWS::NotificationARNs':
      return [];
    case 'AWS::NoValue':
      return noValue;
    default:
      return undefined;
  }
}

/** The logical id and attribute of a `Fn::GetAtt` in either form. */
export function attributeOf(argument: unknown, at: Place): { logicalId: string; attribute: unknown } {
  if (typeof argument === 'string') {
    const dot = argument.indexOf('.');
    if (dot > 0) return { logicalId: argument.slice(0, dot), attribute: argument.slice(dot + 1) };
  } else if (Array.isArray(argument) && argument.length === 2) {
    const [logicalId, attribute]: readonly unknown[] = argument;
    if (typeof logicalId === 'string') return { logicalId, attribute };
  }
  throw wrongAt(at, `Fn::GetAtt takes a logical id and an attribute, not ${shown(argument)}`);
}

/** The names inside `${…}` of a `Fn::Sub` text, and its literal pieces. */
export function substitutions(
  template: string,
  at: Place,
): readonly ({ literal: string } | { name: string })[] {
  const pieces: ({ literal: string } | { name: string })[] = [];
  let end = 0;
  for (const match of template.matchAll(/\$\{(!?)([^{}]*)\}/g)) {
    const [whole, bang, inside = ''] = match;
    pieces.push({ literal: template.slice(end, match.index) });
    const name = inside.trim();
    if (bang === '!') pieces.push({ literal: `\${${inside}}` });
    else if (!/^[A-Za-z0-9_.:]+$/.test(name)) {
      throw wrongAt(
        at,
        `Fn::Sub has ${shown(whole)}, which names nothing; write \${!${inside}} for the text itself`,
      );
    } else pieces.push({ name });
    end = match.index + whole.length;
  }
  pieces.push({ literal: template.slice(end) });
  return pieces;
}

function reference(name: string, call: Call): unknown {
  const { scope, at } = call;
  const parameter = scope.parameters.get(name);
  if (parameter !== undefined) return parameter;
  const pseudo = pseudoParameter(name, scope);
  if (pseudo !== undefined) return pseudo;
  const resource = scope.resource(name);
  if (resource !== undefined) return resource.physicalId;
  const known = [
    ...scope.parameters.keys(),
    ...(scope.section === 'resources' ? Object.keys(scope.template.Resources) : []),
  ];
  throw wrongAt(at, `${call.name} points to '${name}', which does not exist here.${didYouMean(name, known)}`);
}

function attributeValue(logicalId: string, attribute: string, call: Call): unknown {
  const resource = call.scope.resource(logicalId);
  if (resource === undefined) {
    const known = Object.keys(call.scope.template.Resources);
    throw wrongAt(
      call.at,
      `${call.name} points to '${logicalId}', which does not exist here.${didYouMean(logicalId, known)}`,
    );
  }
  if (Object.hasOwn(resource.attributes, attribute)) return resource.attributes[attribute];
  const known = Object.keys(resource.attributes);
  const type = call.scope.template.Resources[logicalId]?.Type ?? 'resource';
  throw wrongAt(
    call.at,
    `${call.name} asks '${logicalId}' (${type}) for the attribute '${attribute}', which it does not have` +
      ` (it has ${known.join(', ') || 'none'}).${didYouMean(attribute, known)}`,
  );
}

const ref: Intrinsic = (argument, call) => {
  if (typeof argument !== 'string') throw wrongAt(call.at, `Ref takes a name, not ${shown(argument)}`);
  return reference(argument, call);
};

const getAtt: Intrinsic = (argument, call) => {
  const { logicalId, attribute } = attributeOf(argument, call.at);
  return attributeValue(logicalId, text(call.resolve(attribute, 1), call, 'an attribute'), call);
};

const sub: Intrinsic = (argument, call) => {
  const [template, variables] = typeof argument === 'string' ? [argument, {}] : parts(argument, call, 2);
  if (typeof template !== 'string' || typeof variables !== 'object' || variables === null) {
    throw wrongAt(call.at, `Fn::Sub takes a text, or a text and its variables, not ${shown(argument)}`);
  }
  const own = new Map<string, unknown>(Object.entries(variables));
  return substitutions(template, call.at)
    .map((piece) => {
      if ('literal' in piece) return piece.literal;
      const { name } = piece;
      if (own.has(name)) return text(call.resolve(own.get(name), 1, name), call);
      const dot = name.indexOf('.');
      const value =
        dot > 0 ? attributeValue(name.slice(0, dot), name.slice(dot + 1), call) : reference(name, call);
      return text(value, call, `a text for \${${name}}`);
    })
    .join('');
};

const importValue: Intrinsic = (argument, call) => {
  const name = text(call.resolve(argument), call, 'the name of an export');
  const value = call.scope.exports[name];
  if (value !== undefined) return value;
  throw wrongAt(
    call.at,
    `Fn::ImportValue asks for the export '${name}', which no stack here gives.${didYouMean(name, Object.keys(call.scope.exports))}`,
  );
};

const findInMap: Intrinsic = (argument, call) => {
  const [map, top, second, options] = parts(argument, call, 3, 4);
  const keys = [map, top, second].map((part, index) => text(call.resolve(part, index), call, 'a key'));
  const [mapName = '', topKey = '', secondKey = ''] = keys;
  const mapping = call.scope.template.Mappings?.[mapName];
  const found = mapping?.[topKey]?.[secondKey];
  if (found !== undefined) return found;
  if (typeof options === 'object' && options !== null && 'DefaultValue' in options) {
    return call.resolve(options.DefaultValue, 3, 'DefaultValue');
  }
  const missing =
    mapping === undefined ? `mapping '${mapName}'` : `entry ${topKey}.${secondKey} in mapping '${mapName}'`;
  throw wrongAt(
    call.at,
    `Fn::FindInMap finds no ${missing}.${mapping === undefined ? didYouMean(mapName, Object.keys(call.scope.template.Mappings ?? {})) : ''}`,
  );
};

export const referenceIntrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: ref,
  'Fn::GetAtt': getAtt,
  'Fn::Sub': sub,
  'Fn::ImportValue': importValue,
  'Fn::FindInMap': findInMap,
};
