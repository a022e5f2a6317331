/** Which values flows ever put into a contact attribute, as far as they are written in the flows. */
import { isObject } from '../../language/json.ts';
import type { FlowUnderCheck, StepUnderCheck } from './flow-under-check.ts';
import { referencesOf } from './readings.ts';

export interface AttributeValues {
  readonly values: ReadonlySet<string>;
  /** Some value is a reference or holds one. */
  readonly dynamic: boolean;
}

export interface Setting {
  readonly name: string;
  readonly value: string;
  readonly step: StepUnderCheck;
}

/** What a step puts into attributes of its own contact; an attribute that is named dynamically is left out. */
export function settingsOf(step: StepUnderCheck): readonly Setting[] {
  const { Type, Parameters } = step.action;
  if (Type !== 'UpdateContactAttributes' || Parameters['TargetContact'] === 'Related') return [];
  const attributes = Parameters['Attributes'];
  if (!isObject(attributes)) return [];
  return Object.entries(attributes).flatMap(([name, value]) =>
    typeof value === 'string' && referencesOf(name).length === 0 ? [{ name, value, step }] : [],
  );
}

export function attributeConstants(flows: readonly FlowUnderCheck[]): ReadonlyMap<string, AttributeValues> {
  const found = new Map<string, { values: Set<string>; dynamic: boolean }>();
  for (const flow of flows) {
    for (const { name, value } of flow.steps.flatMap(settingsOf)) {
      const entry = found.get(name) ?? { values: new Set<string>(), dynamic: false };
      found.set(name, entry);
      if (referencesOf(value).length > 0) entry.dynamic = true;
      else entry.values.add(value);
    }
  }
  return found;
}
