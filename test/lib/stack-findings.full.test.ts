/** What CDK's validators say of the template. They take ten seconds to load: `npm test` reads their report on the product. */
import { describe, expect, test } from '@jest/globals';
import { App, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { callwrightApp } from '../../lib/app.ts';
import { fixtureFlows, fixtureParts, flowNaming } from './fixtures/parts.ts';
import { assemble, contextOf, newFolder } from './fixtures/template.ts';
import { switchedOn } from './stack/payments.ts';

describe('every check that AWS offers before a deployment', () => {
  test.each(['dev', 'prod'])('finds nothing in %s, not even a warning', (environment) => {
    const settings = environment === 'prod' ? { demoAgents: true } : {};
    expect(assemble(environment, settings, {}, true).findings).toEqual([]);
  });
  test('finds nothing where payments are taken', () => {
    expect(assemble('dev', { payments: switchedOn().payments }, {}, true).findings).toEqual([]);
  });
  test('would report a value that is in no enumeration, which is a warning only', () => {
    const flows = [...fixtureFlows, flowNaming('odd', 'ODD_FLOW', [])];
    expect(JSON.stringify(assemble('dev', {}, { flows }, true).findings)).toContain('ODD_FLOW');
  });
  test('would stop synthesis at a finding of cdk-nag', () => {
    const app = callwrightApp(fixtureParts(), { outdir: newFolder(), context: contextOf('dev') });
    const stack = app.node.findChild('Callwright-dev');
    new Bucket(stack, 'Open');
    expect(() => app.synth()).toThrow('AwsSolutions-S10');
  });
  test('is acknowledged with a reason where it is', () => {
    const app = callwrightApp(fixtureParts(), { outdir: newFolder(), context: contextOf('dev') });
    const acknowledged = app.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .map(({ data }) => JSON.stringify(data));
    expect(acknowledged).toHaveLength(14);
    for (const data of acknowledged)
      expect(data).toMatch(
        /AwsSolutions-(S1|SMG4|KDS3|SQS3|COG2|COG8|IAM5\[[^\]]+(?:\/contact|OrderFilesBucket[^\]]+|\/calls\/ivr|\/stream)\/\*\])":"[^"]{40,}"/,
      );
  });
});

test('an app without a context says where it belongs', () => {
  const app = new App();
  expect(app.node.tryGetContext('callwright')).toBeUndefined();
  expect(() => callwrightApp(fixtureParts(), { outdir: newFolder() })).toThrow(
    'cdk.json has no context key "callwright"',
  );
});
