/** The environment variables that a function sees: the template's, those that Lambda sets, and nothing of this machine. */
import type { Credentials } from '../endpoint/access-keys.ts';
import type { FunctionDefinition } from './function-definition.ts';

/**
 * @param endpointUrl of the local cloud; the AWS SDK of the function sends every call there
 * @param logStream of this execution environment
 */
export function functionVariables(
  definition: FunctionDefinition,
  credentials: Credentials,
  endpointUrl: string,
  logStream: string,
): Record<string, string> {
  return {
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    ...definition.variables,
    _HANDLER: definition.handler,
    AWS_REGION: definition.region,
    AWS_DEFAULT_REGION: definition.region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${definition.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMb),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: definition.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: logStream,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
    AWS_ENDPOINT_URL: endpointUrl,
    LAMBDA_TASK_ROOT: definition.taskRoot,
  };
}
