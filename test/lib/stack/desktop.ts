/** What the template says of the HTTP API of the desktop: who may ask, what is logged, and who signs in where. */
import { describe, expect, test } from '@jest/globals';
import { routeKey } from '../../../lambdas/runtime/http-contract.ts';
import { httpFunctions } from '../../../lib/functions.ts';
import { atLength } from '../../calls/at-length.ts';
import { type Resource, statementsOf } from '../fixtures/template.ts';
import { configuredOtherwise, dev, prod } from './assemblies.ts';

const only = (type: string, of = dev()): Resource => {
  const [one, ...more] = of.ofType(type);
  if (one === undefined || more.length > 0) throw new Error(`the template has not one ${type}`);
  return one;
};
const ref = ({ id }: Resource) => ({ Ref: id });

export function describeDesktop(): void {
  describe('the HTTP API', () => {
    test('has the routes of the contracts and no other, each for signed-in agents only', () => {
      const authorizer = only('AWS::ApiGatewayV2::Authorizer');
      const routes = dev().ofType('AWS::ApiGatewayV2::Route');
      const expected = httpFunctions.flatMap((contract) => Object.values(contract.routes).map(routeKey));
      expect(routes.map(({ Properties }) => Properties['RouteKey']).sort()).toEqual(expected.sort());
      for (const { Properties } of routes)
        expect(Properties).toMatchObject({ AuthorizationType: 'JWT', AuthorizerId: ref(authorizer) });
      expect(authorizer.Properties).toMatchObject({
        JwtConfiguration: { Audience: [ref(only('AWS::Cognito::UserPoolClient'))] },
      });
    });
    test('logs no address, path or query, and may be asked so much', () => {
      const { Properties } = only('AWS::ApiGatewayV2::Stage');
      expect(Properties).toMatchObject({
        StageName: 'api',
        AutoDeploy: true,
        DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      });
      expect(JSON.stringify(Properties['AccessLogSettings'])).not.toMatch(/path|query|identity|claims|Ip/);
    });
    atLength('gives pages of other origins rights only where cdk.json names them', () => {
      expect(only('AWS::ApiGatewayV2::Api').Properties['CorsConfiguration']).toBeUndefined();
      expect(
        only('AWS::ApiGatewayV2::Api', configuredOtherwise()).Properties['CorsConfiguration'],
      ).toMatchObject({ AllowOrigins: ['https://desk.example.com'] });
    });
    atLength('takes the tokens of another issuer where cdk.json names one, and has no user pool then', () => {
      const other = configuredOtherwise();
      expect(other.ofType('AWS::Cognito::UserPool')).toEqual([]);
      expect(only('AWS::ApiGatewayV2::Authorizer', other).Properties['JwtConfiguration']).toEqual({
        Issuer: 'https://login.example.com/larkfield',
        Audience: ['desk'],
      });
      const served = other.where('AWS::Lambda::Function', 'FunctionName', 'callwright-dev-serve-customers');
      expect(JSON.stringify(served.Properties['Environment'])).toContain('connect_id');
    });
    test('writes nothing but the audit where somebody only looks at customers or cases', () => {
      const writes = /^dynamodb:(?:Put|Update|Delete)Item$/;
      const writtenBy = ({ uses }: (typeof httpFunctions)[number]): readonly string[] =>
        uses.filter(({ actions }) => actions.some((action) => writes.test(action))).map(({ table }) => table);
      const writersOf = (table: string): readonly string[] =>
        httpFunctions.filter((contract) => writtenBy(contract).includes(table)).map(({ name }) => name);
      const looking = httpFunctions.filter(({ name }) => /^serve-(?:customers|cases)$/.test(name));
      expect(looking.map(writtenBy)).toEqual([['audit'], ['audit']]);
      expect(writersOf('customers')).toEqual([
        'serve-customer-changes',
        'serve-customer-merging',
        'serve-orders',
        'serve-parcels',
        'serve-intake',
        'serve-announcements',
      ]);
      // Whoever finds a hole in the notes of customers cannot write orders through it.
      expect(writersOf('orders')).toEqual([
        'serve-customer-merging',
        'serve-orders',
        'serve-parcels',
        'serve-intake',
      ]);
    });
    test('may be the only one to invoke its functions, by this stage', () => {
      const permissions = dev()
        .ofType('AWS::Lambda::Permission')
        .filter(({ Properties }) => Properties['Principal'] === 'apigateway.amazonaws.com');
      expect(permissions).toHaveLength(httpFunctions.length);
      for (const { Properties } of permissions)
        expect(JSON.stringify(Properties['SourceArn'])).toContain('/api/*');
    });
  });

  describe('agents who sign in at it', () => {
    test('are made by administrators only, with the id that they have in Connect', () => {
      expect(only('AWS::Cognito::UserPool').Properties).toMatchObject({
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      });
      const users = dev().ofType('AWS::Cognito::UserPoolUser');
      expect(users.map(({ Properties }) => Properties['Username'])).toEqual(['sam', 'robin']);
      expect(JSON.stringify(users[0]?.Properties['UserAttributes'])).toContain('UserArn');
      const members = dev()
        .ofType('AWS::Cognito::UserPoolUserToGroupAttachment')
        .map(({ Properties }) => [Properties['Username'], Properties['GroupName']]);
      expect(members).toEqual([
        ['sam', 'shipping'],
        ['robin', 'supervisors'],
      ]);
    });
    test('send no password to a program where the environment is not disposable, and stay when the stack goes', () => {
      const flows = (of = dev()) => only('AWS::Cognito::UserPoolClient', of).Properties['ExplicitAuthFlows'];
      expect(flows()).toContain('ALLOW_USER_PASSWORD_AUTH');
      expect(flows(prod())).toEqual(['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH']);
      expect(only('AWS::Cognito::UserPool', prod())).toMatchObject({
        DeletionPolicy: 'Retain',
        Properties: { DeletionProtection: 'ACTIVE' },
      });
    });
  });

  test('no function may read a table from end to end', () => {
    for (const role of dev().ofType('AWS::IAM::Role'))
      for (const { Action } of statementsOf(role)) expect(Action).not.toContain('dynamodb:Scan');
  });
}
