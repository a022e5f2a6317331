/** Intrinsics that decide: conditions, `Fn::If`, and the functions of rules. */
import { isDeepStrictEqual } from 'node:util';
import { wrongAt } from '../template-error.ts';
import { type Call, type Intrinsic, parts, text, texts, truth } from './call.ts';

/** Wraps an intrinsic that CloudFormation knows only in conditions and rules. */
function onlyIn(sections: readonly Call['scope']['section'][], intrinsic: Intrinsic): Intrinsic {
  return (argument, call) => {
    if (sections.includes(call.scope.section)) return intrinsic(argument, call);
    throw wrongAt(call.at, `${call.name} works only in ${sections.join(' and ')}`);
  };
}

const decisions = ['conditions', 'rules'] as const;

const choose: Intrinsic = (argument, call) => {
  const [name, whenTrue, whenFalse] = parts(argument, call, 3);
  return call.scope.condition(text(name, call, 'the name of a condition'), call.at)
    ? call.resolve(whenTrue, 1)
    : call.resolve(whenFalse, 2);
};

const condition: Intrinsic = (argument, call) =>
  call.scope.condition(text(argument, call, 'the name of a condition'), call.at);

/** CloudFormation compares texts: the number 1 and the text '1' are equal. */
const equals: Intrinsic = (argument, call) => {
  const [left, right] = parts(argument, call, 2).map((part, index) => comparable(call.resolve(part, index)));
  return isDeepStrictEqual(left, right);
};

function comparable(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? value.map(comparable) : value;
}

const and: Intrinsic = (argument, call) =>
  parts(argument, call, 2, 10).every((part, index) => truth(call.resolve(part, index), call));

const or: Intrinsic = (argument, call) =>
  parts(argument, call, 2, 10).some((part, index) => truth(call.resolve(part, index), call));

const not: Intrinsic = (argument, call) => {
  const [part] = parts(argument, call, 1);
  return !truth(call.resolve(part, 0), call);
};

const contains: Intrinsic = (argument, call) => {
  const [values, value] = parts(argument, call, 2);
  return texts(call.resolve(values, 0), call).includes(text(call.resolve(value, 1), call));
};

const eachMemberEquals: Intrinsic = (argument, call) => {
  const [values, value] = parts(argument, call, 2);
  const expected = text(call.resolve(value, 1), call);
  return texts(call.resolve(values, 0), call).every((entry) => entry === expected);
};

const eachMemberIn: Intrinsic = (argument, call) => {
  const [values, allowed] = parts(argument, call, 2);
  const known = texts(call.resolve(allowed, 1), call);
  return texts(call.resolve(values, 0), call).every((entry) => known.includes(entry));
};

/** All values of the parameters of one type. */
const refAll: Intrinsic = (argument, call) => {
  const type = text(argument, call, 'a parameter type');
  return Object.entries(call.scope.template.Parameters ?? {})
    .filter(([, parameter]) => parameter.Type === type)
    .flatMap(([name]) => call.scope.parameters.get(name) ?? []);
};

export const logicIntrinsics: Readonly<Record<string, Intrinsic>> = {
  Condition: onlyIn(decisions, condition),
  'Fn::If': choose,
  'Fn::Equals': onlyIn(decisions, equals),
  'Fn::And': onlyIn(decisions, and),
  'Fn::Or': onlyIn(decisions, or),
  'Fn::Not': onlyIn(decisions, not),
  'Fn::Contains': onlyIn(['rules'], contains),
  'Fn::EachMemberEquals': onlyIn(['rules'], eachMemberEquals),
  'Fn::EachMemberIn': onlyIn(['rules'], eachMemberIn),
  'Fn::RefAll': onlyIn(['rules'], refAll),
};
