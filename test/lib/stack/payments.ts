/** What the template has where cdk.json switches payments on, and that it has nothing of it where it does not. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { developmentKey } from '../../../lib/development-certificate.ts';
import { fixtureFlows, flowNaming } from '../fixtures/parts.ts';
import { type Assembly, assemble, newFolder, referencesIn, statementsOf } from '../fixtures/template.ts';
import { dev } from './assemblies.ts';

const secretArn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:payments-AbCdEf';
/** Who may read the private key; nobody else. */
const READERS = ['pay-back', 'settle-payments', 'take-payment'];

/** As a company writes it into cdk.json, with the certificate that it has made. */
export function switchedOn() {
  const { certificate } = developmentKey('Larkfield Supplies');
  const file = join(newFolder(), 'payments.pem');
  writeFileSync(file, certificate);
  return {
    certificate,
    payments: { provider: 'stripe', moto: true, certificates: [file], secretArn } as const,
  };
}

function withPayments(): Assembly & { readonly certificate: string } {
  const { certificate, payments } = switchedOn();
  const flows = [
    ...fixtureFlows,
    flowNaming('pay-order', 'CONTACT_FLOW', [
      'function.start-payment',
      'security-key.payments',
      'certificate.payments',
    ]),
  ];
  return { ...assemble('dev', { payments }, { flows }), certificate };
}

export function describePayments(): void {
  describe('payments that cdk.json switches on', () => {
    let made: ReturnType<typeof withPayments> | undefined;
    const template = () => {
      made ??= withPayments();
      return made;
    };
    const functionNamed = (name: string) => {
      const found = template().where('AWS::Lambda::Function', 'FunctionName', `callwright-dev-${name}`);
      const [roleId] = referencesIn(found.Properties['Role']);
      const role = template().resources.find(({ id }) => id === roleId);
      if (role === undefined) throw new Error(`function ${name} has no role`);
      return { resource: found, statements: statementsOf(role) };
    };

    test('find nothing to object to in cdk-nag, and leave no trace of a private key', () => {
      expect(template().findings).toEqual([]);
      expect(template().text).not.toContain('PRIVATE KEY');
      const secrets = template().ofType('AWS::SecretsManager::Secret');
      expect(secrets.filter(({ id }) => !id.startsWith('Agents'))).toEqual([]);
    });
    test('put the public key into the instance, and its id and the certificate into the flow', () => {
      const [key, ...others] = template().ofType('AWS::Connect::SecurityKey');
      expect(others).toEqual([]);
      expect(key?.Properties['Key']).toMatch(/^-----BEGIN PUBLIC KEY-----/);
      const content = JSON.stringify(
        template().where('AWS::Connect::ContactFlow', 'Name', 'pay-order').Properties['Content'],
      );
      expect(content).toContain(`"Fn::GetAtt":["${key?.id}","AssociationId"]`);
      expect(content).toContain(template().certificate.split('\n')[1]);
    });
    test('let three functions read the secret, and the one that starts a payment invoke the one that takes it', () => {
      const reads = template()
        .ofType('AWS::Lambda::Function')
        .map(({ Properties }) => String(Properties['FunctionName']).replace('callwright-dev-', ''))
        .filter((name) => JSON.stringify(functionNamed(name).statements).includes('secretsmanager'));
      expect(reads.toSorted()).toEqual(READERS.toSorted());
      for (const name of READERS) {
        const { resource, statements } = functionNamed(name);
        expect(statements).toContainEqual({
          Effect: 'Allow',
          Action: ['secretsmanager:GetSecretValue'],
          Resource: secretArn,
        });
        const terms = JSON.stringify(resource.Properties['Environment']);
        expect(terms).toContain('stripe');
        expect(terms).toContain(secretArn);
      }
      const start = functionNamed('start-payment');
      const takeArn = { 'Fn::GetAtt': [functionNamed('take-payment').resource.id, 'Arn'] };
      expect(start.statements).toContainEqual({
        Effect: 'Allow',
        Action: ['lambda:InvokeFunction'],
        Resource: takeArn,
      });
      expect(JSON.stringify(start.resource.Properties['Environment'])).toContain(JSON.stringify(takeArn));
    });
    test('keep the event of a payment nowhere, and for minutes only', () => {
      const { resource } = functionNamed('take-payment');
      const own = template()
        .ofType('AWS::Lambda::EventInvokeConfig')
        .find(({ Properties }) => referencesIn(Properties['FunctionName']).includes(resource.id));
      expect(own?.Properties).toMatchObject({ MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 300 });
      expect(own?.Properties['DestinationConfig']).toBeUndefined();
      expect(resource.Properties['DeadLetterConfig']).toBeUndefined();
    });
    test('are not there otherwise: no key, no function, no schedule', () => {
      expect(dev().ofType('AWS::Connect::SecurityKey')).toEqual([]);
      expect(dev().text).not.toMatch(
        /(?:take|start|quote|hear|settle)-payment|secretsmanager:GetSecretValue/,
      );
    });
  });
}
