/** Whether callers are asked how their call was is for cdk.json to say: flows and functions follow. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { readConfiguration } from '../../lib/config.ts';
import { productParts } from '../../lib/parts.ts';

const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));
const partsWhere = (survey: boolean) => {
  const parts = productParts(readConfiguration({ ...context.callwright, survey }, 'dev'), true);
  const flows = [parts.flows, ...(parts.translations ?? []).map((translation) => translation.flows)];
  return {
    keeps: parts.contracts.some(({ name }) => name === 'keep-feedback'),
    asks: flows.map((own) =>
      own.find(({ name }) => name.startsWith('disconnect'))?.content.includes('keep-feedback'),
    ),
  };
};

test('callers are asked in every language where cdk.json says so', () => {
  expect(partsWhere(true)).toEqual({ keeps: true, asks: [true, true, true, true] });
});

test('nobody is asked, and nothing is deployed for it, where it says not', () => {
  expect(partsWhere(false)).toEqual({ keeps: false, asks: [false, false, false, false] });
});
