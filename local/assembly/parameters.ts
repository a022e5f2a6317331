/** Values of a template's parameters: given ones, defaults, and those that AWS would read from its parameter store. */
import type { Template, TemplateParameter } from './template.ts';
import { didYouMean, type Place, shown, TemplateError, wrongAt } from './template-error.ts';

type ParameterValue = string | readonly string[];

const ssmType = /^AWS::SSM::Parameter::Value<(.+)>$/;

/** Stands for any CDK bootstrap version that is new enough (the rule of the template asks for at least 6). */
const localBootstrapVersion = '30';

/**
 * Resolves every parameter of the template.
 * @param given values that the caller chose; one that the template does not have is an error
 * @param ssmParameters values of the parameter store by name; CDK's bootstrap version needs no entry
 * @throws TemplateError naming a parameter without a value, or with one that its constraints refuse
 */
export function resolveParameters(
  template: Template,
  given: Readonly<Record<string, string>>,
  ssmParameters: Readonly<Record<string, string>>,
): ReadonlyMap<string, ParameterValue> {
  const declared = template.Parameters ?? {};
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(declared, name)) {
      throw new TemplateError(
        `the template has no parameter '${name}'.${didYouMean(name, Object.keys(declared))}`,
      );
    }
  }
  return new Map(
    Object.entries(declared).map(([name, parameter]) => [
      name,
      parameterValue(name, parameter, given[name], ssmParameters),
    ]),
  );
}

/** A value of the local parameter store. */
export function ssmParameter(
  name: string,
  ssmParameters: Readonly<Record<string, string>>,
): string | undefined {
  return (
    ssmParameters[name] ??
    (/^\/cdk-bootstrap\/[^/]+\/version$/.test(name) ? localBootstrapVersion : undefined)
  );
}

function parameterValue(
  name: string,
  parameter: TemplateParameter,
  given: string | undefined,
  ssmParameters: Readonly<Record<string, string>>,
): ParameterValue {
  const at: Place = { owner: `parameter '${name}'`, path: [] };
  const raw = given ?? parameter.Default;
  if (raw === undefined) throw wrongAt(at, 'has neither a value nor a default; give it a value');
  const text = String(raw);
  const ssm = ssmType.exec(parameter.Type)?.[1];
  if (ssm !== undefined) {
    const stored = ssmParameter(text, ssmParameters);
    if (stored === undefined) {
      throw wrongAt(at, `the parameter store has no '${text}' locally; give it a value`);
    }
    return isList(ssm) ? entries(stored) : stored;
  }
  const values = isList(parameter.Type) ? entries(text) : text;
  for (const value of [values].flat()) checkConstraints(value, parameter, at);
  return values;
}

function isList(type: string): boolean {
  return type === 'CommaDelimitedList' || type.startsWith('List<');
}

function entries(text: string): readonly string[] {
  return text === '' ? [] : text.split(',').map((entry) => entry.trim());
}

function checkConstraints(value: string, parameter: TemplateParameter, at: Place): void {
  const refuse = (expected: string) => {
    const { ConstraintDescription: described } = parameter;
    return wrongAt(at, `${shown(value)} ${described === undefined ? expected : `is refused: ${described}`}`);
  };
  const { AllowedValues, AllowedPattern, MinLength, MaxLength, MinValue, MaxValue } = parameter;
  if (parameter.Type === 'Number' || parameter.Type === 'List<Number>') {
    if (value.trim() === '' || Number.isNaN(Number(value))) throw refuse('is not a number');
    if (MinValue !== undefined && Number(value) < MinValue) throw refuse(`is less than ${MinValue}`);
    if (MaxValue !== undefined && Number(value) > MaxValue) throw refuse(`is more than ${MaxValue}`);
  }
  if (AllowedValues !== undefined && !AllowedValues.map(String).includes(value)) {
    throw refuse(`is not one of ${AllowedValues.join(', ')}`);
  }
  if (AllowedPattern !== undefined && !new RegExp(`^(?:${AllowedPattern})$`).test(value)) {
    throw refuse(`does not match ${AllowedPattern}`);
  }
  if (MinLength !== undefined && value.length < MinLength)
    throw refuse(`is shorter than ${MinLength} characters`);
  if (MaxLength !== undefined && value.length > MaxLength)
    throw refuse(`is longer than ${MaxLength} characters`);
}
