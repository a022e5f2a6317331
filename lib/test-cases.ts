/** Reads the test cases that are deployed beside the flows: inputs of CreateTestCase with references instead of ARNs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ConfigurationError } from './config-error.ts';

const text = z.string().min(1);

/** What a test case in the Testing language must be is checked where it is read: here only what the stack needs. */
const schema = z.strictObject({
  Name: text,
  Description: z.optional(text),
  EntryPoint: z.strictObject({
    Type: z.literal('VOICE_CALL'),
    // CloudFormation's schema has a pattern for numbers that no number matches (seen in template validation).
    VoiceCallEntryPointParameters: z.strictObject({ FlowId: text }),
  }),
  InitializationData: z.json(),
  Content: z.json(),
});

export interface TestCaseSource {
  readonly name: string;
  readonly description: string | undefined;
  /** A reference such as `${flow.main-inbound}`. */
  readonly flow: string;
  readonly initializationData: string;
  /** JSON in the Testing language. */
  readonly content: string;
}

/**
 * Every `.json` file of the folder, by name.
 * @throws ConfigurationError where a file is no test case that the stack can deploy
 */
export function readTestCases(folder: string): TestCaseSource[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort();
  return files.map((file) => readTestCase(join(folder, file), file));
}

function readTestCase(path: string, file: string): TestCaseSource {
  const { Name, Description, EntryPoint, InitializationData, Content } = parsed(path, file);
  return {
    name: Name,
    description: Description,
    flow: EntryPoint.VoiceCallEntryPointParameters.FlowId,
    initializationData: asText(InitializationData),
    content: asText(Content),
  };
}

/** Both may stand in the file as JSON or, as the API takes them, as its text. */
const asText = (value: z.infer<ReturnType<typeof z.json>>): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

function parsed(path: string, file: string): z.infer<typeof schema> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(`test case "${file}" cannot be read: ${reason}.`);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ConfigurationError(
    `test case "${file}" cannot be deployed: ${result.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`).join('; ')}.`,
  );
}
