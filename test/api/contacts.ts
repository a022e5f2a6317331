/** What API Gateway refuses by itself, and an agent's own contacts. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { saveCustomer } from '../../lambdas/tables/customers.ts';
import { startWebServer } from '../../local/web/server.ts';
import { atLength } from '../calls/at-length.ts';
import type { Agent } from '../kit/agent.ts';
import type { Call } from '../kit/call.ts';
import { Desktop, tokenOf } from '../kit/desktop.ts';
import { imani, stranger } from '../kit/people.ts';
import { at, items, type Opened, talk } from './opened.ts';

const MINUTE_MS = 60_000;

const unauthorized = (challenge: unknown) => ({
  status: 401,
  headers: expect.objectContaining({ 'www-authenticate': challenge }),
  body: { message: 'Unauthorized' },
});

export function describeContacts(the: Opened): void {
  let sams: Desktop;
  beforeAll(() => {
    sams = Desktop.of(the.centre, 'sam');
  });
  describe('API Gateway refuses by itself', () => {
    test('whoever has no token, a broken one, that of another client, one signed by others, or one that expired', async () => {
      const ask = (token?: string) => new Desktop(the.centre, () => token).asks('GET', '/contacts');
      const good = tokenOf(the.centre, 'sam');
      const [head = '', claims = '', signature = ''] = good.split('.');
      const changed = (change: object): string => {
        const said: object = JSON.parse(Buffer.from(claims, 'base64url').toString());
        return `${head}.${Buffer.from(JSON.stringify({ ...said, ...change })).toString('base64url')}.${signature}`;
      };
      expect(await ask()).toEqual(unauthorized('Bearer'));
      expect(await ask('rubbish')).toEqual(unauthorized(expect.stringContaining('invalid_token')));
      expect(await ask(changed({ 'custom:agent_id': 'another' }))).toEqual(
        unauthorized(expect.stringContaining('signature')),
      );
      expect(await ask(changed({ iss: 'https://elsewhere.example' }))).toEqual(
        unauthorized(expect.stringContaining('issuer')),
      );
      const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
      expect(await ask(`${none}.${claims}.`)).toEqual(unauthorized(expect.stringContaining('signature')));
      await the.centre.passes(61 * MINUTE_MS);
      expect(await ask(good)).toEqual(unauthorized(expect.stringContaining('expired')));
    });
    test('what has no route, is too large, or comes too often', async () => {
      expect(await sams.asks('GET', '/nothing')).toMatchObject({
        status: 404,
        body: { message: 'Not Found' },
      });
      expect(await sams.asks('DELETE', '/contacts')).toMatchObject({ status: 404 });
      const huge = Buffer.alloc(10 * 1024 * 1024 + 1, ' ').toString();
      expect(await sams.asks('PUT', '/contacts/c/customer', { body: huge })).toMatchObject({ status: 413 });
      await the.centre.passes(5_000);
      const asked = await Promise.all(
        Array.from({ length: 130 }, () => new Desktop(the.centre, () => undefined).asks('GET', '/contacts')),
      );
      const refused = asked.filter(({ status }) => status === 429);
      expect(refused.length).toBe(30);
      expect(refused[0]?.body).toEqual({ message: 'Too Many Requests' });
      await the.centre.passes(2_000);
    });
    test('what a function fails to answer, in words that give nothing away', async () => {
      for (const [fault, status] of [
        [{ kind: 'error-before' }, 500],
        [{ kind: 'malformed-result' }, 500],
        [{ kind: 'throttle' }, 503],
        [{ kind: 'slow', virtualMs: 60_000 }, 500],
      ] as const) {
        the.centre.fault('serve-contacts', { fault, times: 1 });
        const { body, ...answer } = await sams.asks('GET', '/contacts');
        expect([fault.kind, answer.status]).toEqual([fault.kind, status]);
        expect(body).toEqual({ message: status === 500 ? 'Internal Server Error' : 'Service Unavailable' });
      }
    });
  });

  describe('an agent', () => {
    /** The call of somebody whose PIN was right, with an agent who signs in for it. */
    const talksToVerified = async (agent: Agent): Promise<Call> => {
      agent.becomesAvailable();
      const call = the.centre.dial(imani);
      await call.presses('1');
      await call.presses(`${imani.pin}#`);
      await the.centre.passes(3_000);
      await call.presses('0');
      await agent.accepts(call);
      await agent.talksTo(call);
      await the.centre.passes(5_000);
      return call;
    };
    test('sees the contact that they have, with whom, and its end; nobody else sees it', async () => {
      const sam = the.centre.agent('sam');
      const call = await talk(the, sam, imani);
      expect(await sams.asks('GET', '/contacts')).toMatchObject({
        status: 200,
        body: {
          agent: { username: 'sam', isSupervisor: false, departments: ['shipping'] },
          contacts: [{ contactId: call.contactId, channel: 'VOICE', customerId: imani.customerId }],
        },
      });
      call.hangsUp();
      sam.finishes(call);
      await the.centre.passes(5_000);
      expect(await sams.asks('GET', '/contacts')).toMatchObject({
        body: { contacts: [{ contactId: call.contactId, endedAt: expect.any(String) }] },
      });
      expect(await Desktop.of(the.centre, 'robin').asks('GET', '/contacts')).toMatchObject({
        body: { agent: { isSupervisor: true }, contacts: [] },
      });
    });
    test('says with whom a contact is that nobody knew, and cannot for that of somebody else', async () => {
      const sam = the.centre.agent('sam');
      const call = await talk(the, sam, stranger);
      const path = `/contacts/${call.contactId}/customer`;
      const contacts = await sams.asks('GET', '/contacts');
      expect(contacts.body).toMatchObject({ contacts: [{ contactId: call.contactId }, {}] });
      expect(JSON.stringify(contacts.body)).not.toContain('unknown');
      expect(await sams.asks('PUT', path, { body: { customerId: 'c-1002' } })).toMatchObject({
        status: 200,
        body: { contactId: call.contactId, customerId: 'c-1002' },
      });
      expect(await sams.asks('PUT', path, { body: { customerId: 'c-9' } })).toMatchObject({
        status: 404,
        body: { detail: 'There is no such customer: search for them first.' },
      });
      const refused = await Desktop.of(the.centre, 'robin').asks('PUT', path, {
        body: { customerId: 'c-1001' },
      });
      expect(refused).toMatchObject({ status: 403, body: { title: 'Forbidden', type: 'about:blank' } });
      expect(refused.headers['content-type']).toBe('application/problem+json');
      const entries = await the.centre.items('AuditTable');
      expect(entries).toContainEqual(
        expect.objectContaining({ customerId: 'c-1002', operation: 'linkCustomer', allowed: true }),
      );
      expect(entries).toContainEqual(
        expect.objectContaining({ customerId: 'c-1001', operation: 'linkCustomer', allowed: false }),
      );
    });
    atLength(
      'says of one contact that it is with three customers in turn, and of no fourth; and sees them no longer than after any contact',
      async () => {
        const says = (by: Desktop, contactId: string, customerId: string) =>
          by.asks('PUT', `/contacts/${contactId}/customer`, { body: { customerId } });
        const sam = the.centre.agent('sam');
        const call = await talk(the, sam, stranger);
        for (const customerId of ['c-1001', 'c-1002', 'c-1004', 'c-1001'])
          expect((await says(sams, call.contactId, customerId)).status).toBe(200);
        expect(await says(sams, call.contactId, 'c-9')).toMatchObject({
          status: 403,
          body: { detail: expect.stringContaining('3 customers, which is the most: ask a supervisor') },
        });
        expect((await sams.asks('GET', '/customers/c-9')).status).toBe(403);
        expect(await the.centre.items('AuditTable')).toContainEqual(
          expect.objectContaining({
            customerId: 'c-9',
            operation: 'linkCustomer',
            contactId: call.contactId,
            allowed: false,
          }),
        );
        call.hangsUp();
        sam.finishes(call);
        await the.centre.passes(61 * MINUTE_MS);
        expect((await sams.asks('GET', '/customers/c-1004')).status).toBe(403);
      },
    );
    test('does not say of a caller who was verified that it is somebody else', async () => {
      const sam = the.centre.agent('sam');
      const call = await talksToVerified(sam);
      const says = (customerId: string) =>
        sams.asks('PUT', `/contacts/${call.contactId}/customer`, { body: { customerId } });
      expect(await says('c-1002')).toMatchObject({
        status: 403,
        body: { detail: expect.stringContaining('The caller was verified as another customer') },
      });
      expect((await says(imani.customerId)).status).toBe(200);
      call.hangsUp();
      sam.finishes(call);
      await the.centre.passes(5_000);
    });
    describe('says with whom a contact was', () => {
      /** Customers of their own, so that nothing else is in their timelines. */
      const somebody = async (): Promise<string> => {
        counted += 1;
        const customerId = `c-named-${counted}`;
        const person = { customerId, name: 'Ida Berg', phoneNumbers: [] };
        await saveCustomer(the.centre.table('CustomersTable'), person);
        return customerId;
      };
      let counted = 0;
      const says = async (call: Call, customerId: string, by = sams): Promise<void> => {
        const path = `/contacts/${call.contactId}/customer`;
        expect((await by.asks('PUT', path, { body: { customerId } })).status).toBe(200);
      };
      const ends = async (call: Call, agent: Agent): Promise<void> => {
        call.hangsUp();
        agent.finishes(call);
        await the.centre.passes(30_000);
      };
      const contactsOf = async (customerId: string): Promise<unknown[]> =>
        items(await Desktop.of(the.centre, 'robin').asks('GET', `/customers/${customerId}/timeline`))
          .map((event) => at(event, 'contactId'))
          .filter(Boolean);

      test('while they speak, and it is in the customer’s timeline once its record has come', async () => {
        const [first, second] = [await somebody(), await somebody()];
        const sam = the.centre.agent('sam');
        const call = await talk(the, sam, stranger);
        await says(call, first);
        await says(call, second);
        expect(await contactsOf(second)).toEqual([]);
        await ends(call, sam);
        expect(await contactsOf(second)).toEqual([call.contactId]);
        expect(await contactsOf(first)).toEqual([]);
      });
      test('after it has ended, and it goes from the one timeline to the other', async () => {
        const [first, second] = [await somebody(), await somebody()];
        const sam = the.centre.agent('sam');
        const call = await talk(the, sam, stranger);
        await ends(call, sam);
        await says(call, first);
        expect(await contactsOf(first)).toEqual([call.contactId]);
        await says(call, second);
        expect([await contactsOf(first), await contactsOf(second)]).toEqual([[], [call.contactId]]);
      });
      atLength('by making a customer of the caller after it has ended', async () => {
        const sam = the.centre.agent('sam');
        const call = await talk(the, sam, stranger);
        await ends(call, sam);
        const { contactId } = call;
        const body = { contactId, name: 'Ida Berg', phoneNumbers: ['+12025550195'], why: 'new' };
        const created = await sams.asks('POST', '/customers', { body });
        expect(created.status).toBe(201);
        expect(await contactsOf(String(at(created.body, 'customerId')))).toEqual([contactId]);
      });
      atLength(
        'as a supervisor also of a caller who was verified as another, and of as many as it takes',
        async () => {
          const others = [await somebody(), await somebody(), await somebody(), await somebody()];
          const robin = the.centre.agent('robin');
          const call = await talksToVerified(robin);
          const robins = Desktop.of(the.centre, 'robin');
          for (const other of others) await says(call, other, robins);
          await ends(call, robin);
          robin.signsOut();
          for (const [index, other] of others.entries())
            expect(await contactsOf(other)).toEqual(index === others.length - 1 ? [call.contactId] : []);
          const rows = await the.centre.items('ContactsTable');
          const row = rows.find(({ contactId }) => contactId === call.contactId);
          // Imani has shown to be Imani, and nobody else.
          expect(row).toMatchObject({ customerId: others.at(-1), state: 'recorded' });
          expect(row).not.toHaveProperty('isVerified');
        },
      );
    });
    test('sees the case that a caller whom nobody knew has opened in the call, and it is theirs once it is said who', async () => {
      const sam = the.centre.agent('sam');
      sam.becomesAvailable();
      const call = the.centre.dial(stranger);
      for (const key of ['3', '2', '4', '2']) await call.presses(key);
      await the.centre.passes(30_000);
      await call.presses('0');
      await sam.accepts(call);
      await sam.talksTo(call);
      await the.centre.passes(5_000);
      const [opened] = await the.centre.casesOf(call);
      const path = `/cases/${opened?.['caseNumber']}`;
      expect(await sams.asks('GET', path)).toMatchObject({
        status: 200,
        body: { case: { customerId: 'unknown' } },
      });
      const who = { body: { customerId: 'c-1002' } };
      for (const _time of [1, 2])
        expect((await sams.asks('PUT', `/contacts/${call.contactId}/customer`, who)).status).toBe(200);
      expect((await sams.asks('GET', path)).body).toMatchObject({
        case: { customerId: 'c-1002', version: 2 },
        notes: [
          { byRole: 'caller' },
          { by: 'sam', words: 'The caller of this case is the customer c-1002.' },
        ],
      });
      expect(await the.centre.items('AuditTable')).toContainEqual(
        expect.objectContaining({ customerId: 'c-1002', caseNumber: opened?.['caseNumber'], via: 'contact' }),
      );
      call.hangsUp();
      sam.finishes(call);
      await the.centre.passes(5_000);
    });
    test.each([
      ['{"customerId":', 400, 'The body is not JSON: correct it.'],
      [{}, 400, "The body's customerId is missing or not acceptable: see docs/openapi.json."],
      [
        { customerId: 'c-1', more: 'x' },
        400,
        'The body has a key that is not known here: see docs/openapi.json.',
      ],
      [
        { customerId: 'UPPER' },
        400,
        "The body's customerId must be small letters, digits and hyphens: see docs/openapi.json.",
      ],
      [
        { customerId: 'x'.repeat(70_000) },
        413,
        'The body has 70017 bytes, and at most 65536 are taken: send less at once.',
      ],
    ])('who sends something else is told (case %#)', async (body, status, detail) => {
      const answer = await sams.asks('PUT', '/contacts/c/customer', { body });
      expect(answer).toMatchObject({ status, body: { status, detail } });
    });
    test('says what a contact was about, which asks for what its code needs; until then it is left to do', async () => {
      const sam = the.centre.agent('sam');
      const call = await talk(the, sam, imani);
      call.hangsUp();
      sam.finishes(call);
      await the.centre.passes(5_000);
      const path = `/contacts/${call.contactId}/disposition`;
      const leftToDo = async () => JSON.stringify((await sams.asks('GET', '/follow-ups')).body);
      expect(await leftToDo()).toContain(call.contactId);
      expect(await sams.asks('PUT', path, { body: { code: 'order/moon', answers: {} } })).toMatchObject({
        status: 422,
        body: { detail: 'There is no such code: GET /dispositions has all that there are.' },
      });
      expect(await sams.asks('PUT', path, { body: { code: 'order/changed', answers: {} } })).toMatchObject({
        status: 422,
        body: { detail: 'This code asks for orderNumber and summary: add it.' },
      });
      const body = { code: 'order/status', answers: { orderNumber: '1002' } };
      expect(await sams.asks('PUT', path, { body })).toMatchObject({
        status: 200,
        body: { disposition: body },
      });
      expect(await leftToDo()).not.toContain(call.contactId);
      expect((await Desktop.of(the.centre, 'robin').asks('PUT', path, { body })).status).toBe(404);
      const told = (allowed: boolean) =>
        expect.objectContaining({ operation: 'disposeContact', contactId: call.contactId, allowed });
      const entries = await the.centre.items('AuditTable');
      expect(entries).toContainEqual(told(true));
      expect(entries).toContainEqual(told(false));
      expect((await sams.asks('GET', '/dispositions')).body).toMatchObject({
        dispositions: expect.arrayContaining([expect.objectContaining({ code: 'problem' })]),
      });
    });
    test.each([
      ['/contacts', 'listContacts'],
      ['/follow-ups', 'listFollowUps'],
    ])('who looks at their own %s is in the audit, once for each look', async (path, operation) => {
      const looks = async () =>
        (await the.centre.items('AuditTable')).filter((entry) => entry['operation'] === operation);
      const before = (await looks()).length;
      await sams.asks('GET', path, { headers: { 'x-correlation-id': `look-${operation}` } });
      const after = await looks();
      expect(after).toHaveLength(before + 1);
      const agentId = the.centre.agent('sam').userId;
      expect(after).toContainEqual(
        expect.objectContaining({
          agentId,
          customerId: 'nobody',
          allowed: true,
          via: 'own',
          correlationId: `look-${operation}`,
        }),
      );
    });
    test('finds a request again by an id of their own, and by none that is something else', async () => {
      const asked = await sams.asks('GET', '/contacts', { headers: { 'x-correlation-id': 'desk-0001' } });
      expect(asked.headers['x-correlation-id']).toBe('desk-0001');
      const odd = await sams.asks('GET', '/contacts', { headers: { 'x-correlation-id': 'Imani Whitlock' } });
      expect(odd.headers['x-correlation-id']).not.toContain('Imani');
    });
    test('asks on the address of the local centre, by the paths of the deployed one, and from no other name', async () => {
      const { centre, passwords, promptFiles, apis } = the.centre.cloud;
      const faults: unknown[] = [];
      const web = await startWebServer({ port: 0, onFault: (fault) => faults.push(fault) });
      try {
        const stack = the.centre.cloud.describe();
        web.open({ centre, passwords, promptFiles, apis, pages: new Map(), stack });
        const authorization = `Bearer ${tokenOf(the.centre, 'sam')}`;
        const ask = (path: string, init: RequestInit = {}) =>
          fetch(`${web.url}${path}`, { ...init, headers: { authorization, ...init.headers } });
        const mine = await ask('/api/contacts');
        expect([mine.status, await mine.json()]).toMatchObject([200, { agent: { username: 'sam' } }]);
        expect((await ask('/api/contacts', { headers: { authorization: 'Bearer x' } })).status).toBe(401);
        expect((await ask('/api/contacts', { headers: { origin: 'https://evil.example' } })).status).toBe(
          403,
        );
        const body = Buffer.alloc(10 * 1024 * 1024 + 1, ' ');
        const path = '/api/contacts/c/customer';
        expect((await ask(path, { method: 'PUT', body })).status).toBe(413);
        expect((await ask('/contacts', { method: 'PUT', body: '{}' })).status).toBe(405);
        expect(faults).toEqual([]);
      } finally {
        await web.close();
      }
    });
    test('signs in by password where the centre is a disposable one', async () => {
      const { outputs, secrets } = the.centre.cloud.stack;
      const password = the.centre.cloud.passwords.get('sam') ?? '';
      expect(secrets.length).toBeGreaterThan(0);
      const signIn = async (given: string): Promise<Response> =>
        await fetch(the.centre.cloud.endpointUrl, {
          method: 'POST',
          headers: {
            'content-type': 'application/x-amz-json-1.1',
            'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
          },
          body: JSON.stringify({
            AuthFlow: 'USER_PASSWORD_AUTH',
            ClientId: outputs['ApiClient'],
            AuthParameters: { USERNAME: 'sam', PASSWORD: given },
          }),
        });
      const result: unknown = await (await signIn(password)).json();
      const token: unknown = Reflect.get(
        Object(Reflect.get(Object(result), 'AuthenticationResult')),
        'IdToken',
      );
      expect(await new Desktop(the.centre, () => String(token)).asks('GET', '/contacts')).toMatchObject({
        status: 200,
      });
      expect((await signIn('wrong')).status).toBe(400);
    });
  });
}
