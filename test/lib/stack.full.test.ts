/** What of the template needs a synthesis of its own. */
import { describe, expect, test } from '@jest/globals';
import { assemble } from './fixtures/template.ts';
import { dev } from './stack/assemblies.ts';
import { describePayments } from './stack/payments.ts';

describe('synthesis', () => {
  test('gives the same bytes twice', () => {
    const again = assemble('dev');
    expect(again.text).toBe(dev().text);
  });
});

describe('the instance', () => {
  test('has an alias of at most 45 characters, however long the name of the environment', () => {
    const name = 'a'.repeat(20);
    const [instance] = assemble(name).ofType('AWS::Connect::Instance');
    expect(instance?.Properties['InstanceAlias']).toEqual({
      'Fn::Join': ['', [`callwright-${name}-`, { Ref: 'AWS::AccountId' }]],
    });
    expect(`callwright-${name}-123456789012`.length).toBeLessThanOrEqual(45);
  });
});

describePayments();
