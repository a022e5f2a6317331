/** The service's own sentences for refusing a flow, as people have reported them from live instances. */

/** A refusal whose path is still relative to its action. */
export interface Refusal {
  readonly code: string;
  /** Relative to the action, e.g. `Parameters.QueueId`; empty for the action itself. */
  readonly path: string;
  /** @param path as the service prints it, with the action's place in front. */
  readonly message: (path: string) => string;
}

export const invalidName = (path: string): Refusal => ({
  code: 'publish/invalid-property-name',
  path,
  message: (full) => `Invalid Action property name. Path: ${full}`,
});

export const invalidValue = (path: string): Refusal => ({
  code: 'publish/invalid-property-value',
  path,
  message: (full) => `Invalid Action property value. Path: ${full}`,
});

export const missingProperty = (path: string): Refusal => ({
  code: 'publish/missing-property',
  path,
  message: (full) => `Action is missing required property. Path: ${full}`,
});

export const missingError = (type: string): Refusal => ({
  code: 'publish/missing-error',
  path: '',
  message: (full) => `Action is missing required error. Error: ${type}, Path: ${full}`,
});

export const invalidError = (type: string): Refusal => ({
  code: 'publish/invalid-error',
  path: '',
  message: (full) => `Invalid Action error. Error: ${type}, Path: ${full}`,
});

export const noTransitions = (path: string): Refusal => ({
  code: 'publish/no-transitions',
  path,
  message: (full) => `Action does not support transitions. Path: ${full}`,
});

export const noConditions = (path: string): Refusal => ({
  code: 'publish/no-conditions',
  path,
  message: () => 'Action does not support conditions',
});

export const onlyOne = (names: readonly string[], path: string): Refusal => ({
  code: 'publish/only-one-property',
  path,
  message: () => `Only one of these properties may be defined. Properties: [${names.join(', ')}]`,
});

export const atLeastOne = (names: readonly string[], path: string): Refusal => ({
  code: 'publish/at-least-one-property',
  path,
  message: () => `At least one of [${names.join(', ')}] must be set`,
});

/** An empty value in a map: `map` is the path of the map, which this message names without the action. */
export const emptyEntry = (map: string): Refusal => ({
  code: 'publish/empty-value',
  path: map,
  message: () => `Empty value in ${map}`,
});
