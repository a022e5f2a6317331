/**
 * A function finds its tables in its own Region. The build puts this in place of the SDK's discovery of endpoints,
 * which is switched off for DynamoDB, asks nothing, and brings a cache of 10 KB along.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-endpoint-discovery.html
 */

const isOff = (): boolean => false;

/** As the client reads it from the environment: never on. */
export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: isOff,
  configFileSelector: isOff,
  default: false,
};

export const resolveEndpointDiscoveryConfig = <Config>(config: Config): Config => config;
