/** What is missing from the template is missed on the laptop: the caller takes the error branch, the log has AWS's words. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Template } from '../../local/assembly/template.ts';
import { type ContactCentre, openCentre } from '../kit/centre.ts';
import { imani, stranger } from '../kit/people.ts';
import { forbid, remove, resourceOf } from '../kit/templates.ts';

let centre: ContactCentre | undefined;
afterEach(async () => {
  await centre?.everybodyLeaves();
  await centre?.close();
  centre = undefined;
});

async function opens(
  mutate: (template: Template) => void,
  { demoWorld = false } = {},
): Promise<ContactCentre> {
  centre = await openCentre({ mutate, demoWorld });
  return centre;
}

const SEEDED = { demoWorld: true };
const FUNCTION = 'AWS::Lambda::Function';

describe('the caller reaches a person and hears why', () => {
  test('where an environment variable is missing, which the function’s log names', async () => {
    const open = await opens((template) => {
      delete resourceOf(template, FUNCTION, 'lookup-customer')[2]['Environment'];
    });
    const call = open.dial(imani);
    await call.hears(prompts.recordsFault);
    await call.isQueuedIn('support');
    expect(call.functionLog.join('\n')).toContain('TABLE_CUSTOMERS');
    expect(call.troubles.join()).toContain('The Lambda Function Returned An Error.');
  });

  test('where a policy statement is missing, in the words of DynamoDB', async () => {
    const open = await opens((template) => {
      forbid(template, 'lookup-order', 'dynamodb:GetItem');
    }, SEEDED);
    const call = open.dial(imani);
    await call.presses('1');
    await call.presses(`${imani.pin}#`);
    await call.presses('1002#');
    await call.hears(prompts.orderLookupFault);
    await call.isQueuedIn('orders');
    expect(call.functionLog.join('\n')).toMatch(
      /AccessDeniedException.*User: arn:aws:sts::123456789012:assumed-role\/.*lookup-order is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:us-east-1:123456789012:table\/.* because no identity-based policy allows the dynamodb:GetItem action/,
    );
    expect(call.troubles.join()).toContain('AccessDeniedException');
  });

  test('where the association with the instance is missing', async () => {
    const open = await opens((template) =>
      remove(template, 'AWS::Connect::IntegrationAssociation', 'verify-caller'),
    );
    const call = open.dial(imani);
    await call.presses('1');
    await call.presses(`${imani.pin}#`);
    await call.hears(prompts.verificationFault);
    await call.isQueuedIn('orders');
    expect(call.attributes).toMatchObject({ verified: 'false', reason: 'verification-fault' });
    expect(call.troubles.join()).toMatch(
      /not authorized to perform: lambda:InvokeFunction on resource: .*verify-caller because the function is not associated with the instance/,
    );
    expect(call.functionLog.join()).not.toContain('verify-caller');
  });

  test('where the permission for Connect is missing', async () => {
    const open = await opens((template) => remove(template, 'AWS::Lambda::Permission', 'lookup-customer'));
    const call = open.dial(imani);
    await call.hears(prompts.recordsFault);
    await call.isQueuedIn('support');
    expect(call.troubles.join()).toMatch(
      /not authorized to perform: lambda:InvokeFunction on resource: .*lookup-customer because no resource-based policy allows/,
    );
    const logged = call.flowLog.find(({ Identifier }) => Identifier === 'look-up');
    expect(String(logged?.['Results'])).toContain(
      'no resource-based policy allows the lambda:InvokeFunction',
    );
  });
});

test('where no agent serves the queue, the caller waits with music and words, and nobody is offered the call', async () => {
  const open = await opens((template) => {
    const [supportId] = resourceOf(template, 'AWS::Connect::Queue', 'support');
    const [, , profile] = resourceOf(template, 'AWS::Connect::RoutingProfile', 'RoutingProfile');
    const served: unknown = profile['QueueConfigs'];
    if (!Array.isArray(served)) throw new Error('the routing profile serves no queues');
    profile['QueueConfigs'] = served.filter((queue: unknown) => !JSON.stringify(queue).includes(supportId));
  });
  const sam = open.agent('sam');
  sam.becomesAvailable();
  const call = open.dial(stranger);
  await call.presses('0');
  await call.isQueuedIn('support');
  await open.passes(10 * 60_000);
  expect(call.heard).toContain(prompts.nobodySignedIn);
  expect(call.heard).toContain(prompts.waitNobody);
  expect(call.moments.some(({ effect }) => effect.kind === 'offered')).toBe(false);
  expect(sam.state.contact).toBeUndefined();
  expect(call.hasEnded).toBe(false);
});

test('where the number is not linked to the flow, it is not in service', async () => {
  const open = await opens((template) => remove(template, 'Custom::PhoneNumberFlow'));
  expect(() => open.dial(stranger)).toThrow(
    '+12025550100 leads to no flow: nothing has called AssociatePhoneNumberContactFlow for it',
  );
  expect(open.cloud.centre.notReady()).toContain('leads to no flow');
});

test('where the case function may not write, the caller is told and nothing is promised', async () => {
  const open = await opens((template) => {
    // One statement of its role has all that it does with the table of cases.
    forbid(template, 'open-case', 'dynamodb:GetItem');
    resourceOf(template, 'AWS::Connect::Queue', 'support')[2]['Status'] = 'DISABLED';
  });
  const call = open.dial(stranger);
  await call.presses('0');
  await call.staysOnTheLine();
  await call.endsIn(prompts.messageFault);
  call.never.hears(/case number/);
  expect(call.functionLog.join('\n')).toContain('not authorized to perform: dynamodb:PutItem');
  expect(await open.casesOf(call)).toEqual([]);
});
