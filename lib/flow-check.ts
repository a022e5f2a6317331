/** Stops a synthesis whose flows would be refused by the service, or break on a call. */
import { checkFlows } from '../engine/rules/check-flows.ts';
import { ConfigurationError } from './config-error.ts';
import type { FlowSource } from './flow-references.ts';
import { functionResults } from './function-results.ts';

/**
 * The flows as they were given. Warnings are for `callwright check`; errors of any family stop here.
 * @throws ConfigurationError with one line for each error
 */
export function checkedFlows(flows: readonly FlowSource[]): readonly FlowSource[] {
  const texts = flows.map(({ name, type, content }) => ({ file: name, name, type, text: content }));
  const errors = checkFlows(texts, { results: functionResults }).filter(
    ({ severity }) => severity === 'error',
  );
  if (errors.length === 0) return flows;
  const lines = errors.map(({ file, rule, path, step, message }) => {
    const place = [...(path === '' ? [] : [`at ${path}`]), ...(step === null ? [] : [`step '${step}'`])].join(
      ', ',
    );
    return `flow "${file}" breaks ${rule}${place === '' ? '' : ` ${place}`}: ${message}`;
  });
  throw new ConfigurationError(
    `${lines.join('\n')}\nCorrect it in contact-flows and render again with "npm run render"; "callwright check --explain RULE" says more.`,
  );
}
