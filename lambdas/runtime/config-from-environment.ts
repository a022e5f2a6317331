/**
 * Where a bundled function finds the SDK's settings: Lambda puts them in the environment and nowhere else. The build puts
 * this in place of the SDK's own search, which goes on to files and a network that Lambda has not: that is 7 KB, and a
 * quarter of the time of a function's first request.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html
 */

type Environment = Readonly<Record<string, string | undefined>>;
type Value = string | number | boolean | undefined;

/** One setting, as the SDK describes it. */
interface Setting<Kind extends Value> {
  readonly environmentVariableSelector: (
    environment: Environment,
    options: { readonly signingName?: string | undefined },
  ) => Kind;
  readonly default: Kind | (() => Kind | Promise<Kind>);
}

/** What names a section in a file of settings; nothing here reads one. */
export const CONFIG_PREFIX_SEPARATOR = '.';

/** How the SDK calls the places of settings in what it says is wrong with one. */
export const SelectorType = { ENV: 'env', CONFIG: 'shared config entry' } as const;

/** A setting that is `true`, `false` or not there. Throws where it is something else. */
export function booleanSelector(given: Environment, name: string, place: string): boolean | undefined {
  const value = given[name];
  if (value === undefined) return undefined;
  if (value !== 'true' && value !== 'false')
    throw new Error(`the ${place} ${name} is '${value}'; set it to 'true' or 'false', or leave it out`);
  return value === 'true';
}

/** Reads a setting when it is first asked for; later it is the same. */
export function loadConfig<Kind extends Value>(
  { environmentVariableSelector, default: otherwise }: Setting<Kind>,
  { signingName }: { readonly signingName?: string } = {},
): () => Promise<Kind> {
  let read: Promise<Kind> | undefined;
  return () => {
    read ??= settled(environmentVariableSelector(process.env, { signingName }), otherwise);
    return read;
  };
}

async function settled<Kind extends Value>(given: Kind, otherwise: Setting<Kind>['default']): Promise<Kind> {
  if (given !== undefined) return given;
  return typeof otherwise === 'function' ? await otherwise() : otherwise;
}

const settingOf = (name: string) => ({
  environmentVariableSelector: (environment: Environment) =>
    booleanSelector(environment, name, SelectorType.ENV),
  default: false,
});

export const NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS = settingOf('AWS_USE_DUALSTACK_ENDPOINT');
export const NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS = settingOf('AWS_USE_FIPS_ENDPOINT');

export const REGION_ENV_NAME = 'AWS_REGION';
export const REGION_INI_NAME = 'region';
export const NODE_REGION_CONFIG_FILE_OPTIONS = {};
export const NODE_REGION_CONFIG_OPTIONS = {
  environmentVariableSelector: (environment: Environment) => environment[REGION_ENV_NAME],
  default: (): never => {
    throw new Error('AWS_REGION is not set; Lambda sets it');
  },
};

interface WithRegion {
  readonly region?: string | (() => Promise<string>);
  readonly useFipsEndpoint?: boolean | (() => Promise<boolean>);
}

/** Both as functions, as the clients ask for them. */
export function resolveRegionConfig<Config extends WithRegion>(config: Config) {
  const { region, useFipsEndpoint = false } = config;
  return Object.assign(config, {
    region: typeof region === 'function' ? region : async () => region,
    useFipsEndpoint: typeof useFipsEndpoint === 'function' ? useFipsEndpoint : async () => useFipsEndpoint,
  });
}

/** All that the clients of functions leave open they want as it always was. */
export function resolveDefaultsModeConfig(): () => Promise<'legacy'> {
  return async () => 'legacy';
}

/** What the SDK throws where a setting cannot be had. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
}
