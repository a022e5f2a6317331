/** The server of the pages: health, files, strangers, and whatever a browser may send. */
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MESSAGE_BYTES_MAX, MESSAGES_BURST, MESSAGES_OVER_RATE_MAX } from '../../../local/web/limits.ts';
import { startWebServer } from '../../../local/web/server.ts';
import { Browser, ODD_PROMPT, type Open, openWorld } from './world.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** `fetch` neither sends a foreign Host nor leaves `..` in a path. */
const ask = (
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += String(chunk);
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });

let open: Open;
beforeAll(async () => {
  open = await openWorld();
});
afterAll(async () => {
  await open.close();
});
const get = (path: string, headers?: Record<string, string>, method?: string): Promise<Answer> =>
  ask(open.web.port, path, headers, method);

describe('before calls can be taken', () => {
  test('health, pages and lines are refused with the reason', async () => {
    const web = await startWebServer({ port: 0, onFault: () => expect(true).toBe(false) });
    try {
      web.notYet('Synthesizing.');
      for (const path of ['/health', '/', '/phone', '/stack.json']) {
        expect(await ask(web.port, path)).toMatchObject({ status: 503, body: 'Synthesizing.\n' });
      }
      const browser = new Browser(`${web.url}/line`);
      expect(await browser.closed).not.toBe(1000);
    } finally {
      await web.close();
    }
  });
  test('a port in use is told in one sentence', async () => {
    await expect(startWebServer({ port: open.web.port, onFault: () => undefined })).rejects.toThrow(
      `Port ${open.web.port} is in use: choose another one, as in PORT=4600 npm start.`,
    );
  });
});

describe('what is served', () => {
  test('a telephone’s text messages can be read, the latest first, and nobody else’s', async () => {
    const send = (to: string, text: string) =>
      open.cloud.outbox.send({ channel: 'sms', to, from: '+12025550100', text });
    send('+12025550171', 'Your code is 481516.');
    send('+12025550172', 'Η παραγγελία σας άλλαξε.');
    send('+12025550171', 'Your order is on its way.');
    const textsTo = async (query: string) => {
      const { messages } = JSON.parse((await get(`/messages.json${query}`)).body);
      return messages.map(({ text }: { readonly text: string }) => text);
    };
    expect(await textsTo('?to=%2B12025550171')).toEqual([
      'Your order is on its way.',
      'Your code is 481516.',
    ]);
    expect(await textsTo('?to=%2B12025550179')).toEqual([]);
    expect((await textsTo(''))[1]).toBe('Η παραγγελία σας άλλαξε.');
  });
  test('health answers 200 as soon as calls can be taken', async () => {
    expect(await get('/health')).toMatchObject({ status: 200, body: 'Calls can be taken.\n' });
  });
  test.each([
    ['/', 'text/html; charset=utf-8', '<title>home'],
    ['/phone', 'text/html; charset=utf-8', '<title>phone'],
    ['/phone/', 'text/html; charset=utf-8', '<title>phone'],
    ['/agent?from=mail', 'text/html; charset=utf-8', '<title>agent'],
    ['/assets/page-0a1b.js', 'text/javascript; charset=utf-8', 'export'],
    ['/stack.json', 'application/json; charset=utf-8', '"stackName":"Callwright-dev"'],
  ])('%s is %s', async (path, type, part) => {
    const { status, headers, body } = await get(path);
    expect([status, headers['content-type']]).toEqual([200, type]);
    expect(body).toContain(part);
  });
  test('the queue music is the sound file of the assembly', async () => {
    const response = await fetch(`${open.web.url}/prompts/queue-music.wav`);
    expect(response.headers.get('content-type')).toBe('audio/wav');
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 4)
        .toString(),
    ).toBe('RIFF');
  });
  test('a prompt is found whatever signs are in its name', async () => {
    const prompt = (name: string) => get(`/prompts/${name}.wav`);
    expect((await prompt(encodeURIComponent(ODD_PROMPT))).status).toBe(200);
    expect(await prompt('No%20such')).toMatchObject({ status: 404, body: "There is no prompt 'No such'.\n" });
    expect((await prompt('%E0%A4%A')).status).toBe(404);
  });
  test('every answer forbids inline code, guessing of types and frames', async () => {
    for (const path of ['/', '/health', '/nothing']) {
      const { headers } = await get(path);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/);
      expect(headers['content-security-policy']).not.toContain('unsafe');
    }
  });
  test('sound comes from this server and from where the recordings of this centre are, and nowhere else', async () => {
    const { headers } = await get('/agent');
    expect(headers['content-security-policy']).toContain(
      `; media-src 'self' ${open.cloud.endpointUrl}; connect-src 'self' ws://127.0.0.1:${open.web.port};`,
    );
  });
  test('written words are read by a link to a recording that works, and by no other address', async () => {
    const { endpointUrl } = open.cloud;
    const strange = ['http://127.0.0.1:9/x.wav', `${endpointUrl}.example/x.wav`, 'file:///etc/hosts', ''];
    for (const link of [...strange, `${endpointUrl}/no-bucket/no.wav`])
      expect([link, (await get(`/recorded-words.json?link=${encodeURIComponent(link)}`)).status]).toEqual([
        link,
        404,
      ]);
  });
  test('HEAD has no body, and nothing but GET and HEAD is done', async () => {
    expect(await get('/phone', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
    expect(await get('/phone', {}, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });
  test.each([
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/prompts/..%2f..%2fx.wav',
    '/phone/x',
  ])('%s leads nowhere', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe('strangers', () => {
  test.each(['evil.example', 'evil.example:80', 'localhost', 'localhost:1', '127.0.0.1.evil.example'])(
    'a request for host %s is refused, as after DNS rebinding',
    async (host) => {
      expect(await get('/stack.json', { host })).toMatchObject({ status: 403 });
    },
  );
  test.each(['https://evil.example', 'null', 'http://localhost', 'http://localhost:1'])(
    'a WebSocket of a page of %s is refused',
    async (origin) => {
      const browser = new Browser(`${open.web.url}/desk`, { origin });
      await browser.closed;
      expect(browser.said).toEqual([]);
    },
  );
  test('a WebSocket of our own page is taken', async () => {
    const browser = new Browser(`${open.web.url}/line`, { origin: open.web.url });
    expect(await browser.hearsType('ready')).toEqual({ type: 'ready', numbers: ['+12025550100'] });
    browser.leaves();
  });
  test('a WebSocket anywhere else leads nowhere', async () => {
    const browser = new Browser(`${open.web.url}/elsewhere`);
    await browser.closed;
    expect(browser.said).toEqual([]);
  });
});

describe('bad messages', () => {
  const line = async (path = '/line'): Promise<Browser> => {
    const browser = new Browser(`${open.web.url}${path}`);
    await browser.hearsType('ready');
    return browser;
  };

  test.each([
    ['no JSON', '{"type":', 'The message is not JSON: send one JSON object per message.'],
    ['a list', '[1]', 'The message is not a JSON object: send one like {"type":"hang-up"}.'],
    [
      'an unknown type',
      '{"type":"sing"}',
      'There is no message of type "sing": reload the page, or see local/web/protocol.ts.',
    ],
    [
      'a wrong key',
      '{"type":"key","key":"47"}',
      'A message of type "key" needs a right value in its field "key".',
    ],
    [
      'a field too many',
      '{"type":"hang-up","now":1}',
      'A message of type "hang-up" has no field "now": leave it out.',
    ],
  ])('%s is answered with one sentence', async (_what, message, sentence) => {
    const browser = await line();
    browser.says(message);
    expect(await browser.hearsType('refused')).toEqual({ type: 'refused', message: sentence });
    browser.leaves();
  });
  test('a binary message is answered with one sentence', async () => {
    const browser = await line();
    browser.socket.send(Buffer.from('{"type":"hang-up"}'), { binary: true });
    expect(await browser.hearsType('refused')).toMatchObject({ message: expect.stringContaining('binary') });
    browser.leaves();
  });
  test('a message that is too long ends the socket, not the server', async () => {
    const browser = await line();
    browser.says(`{"type":"${'x'.repeat(MESSAGE_BYTES_MAX)}"}`);
    await browser.closed;
    expect((await get('/health')).status).toBe(200);
  });
  test('a flood is answered once and then cut off', async () => {
    const browser = await line();
    for (let sent = 0; sent < MESSAGES_BURST + MESSAGES_OVER_RATE_MAX + 100; sent += 1)
      browser.says({ type: 'hang-up' });
    expect(await browser.closed).toBe(1008);
    expect(browser.said.filter(({ type }) => type === 'refused')).toHaveLength(1);
  });
  test('nothing that anybody sends brings the server down or is a fault of ours', async () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc.record({
        type: fc.constantFrom('dial', 'key', 'hang-up', 'playback-ended', 'sign-in', 'resume', 'accept'),
      }),
      fc.record({
        type: fc.constant('dial'),
        to: fc.string(),
        from: fc.string(),
        playback: fc.constant('estimated'),
      }),
      fc.record({ type: fc.constant('accept'), contactId: fc.string() }),
      fc.record({ type: fc.constant('sign-in'), username: fc.string(), password: fc.string() }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('/line', '/desk'),
        fc.array(anything, { maxLength: 20 }),
        async (path, messages) => {
          const browser = await line(path);
          for (const message of messages) browser.says(message);
          const before = browser.said.length;
          browser.says('the end');
          await browser.hears(
            (said) => said['message'] === 'The message is not JSON: send one JSON object per message.',
            before,
          );
          for (const { type, message } of browser.said) {
            if (type === 'refused') expect(message).toMatch(/^\S[^\n]*[.?]$/);
          }
          browser.leaves();
          await browser.closed;
        },
      ),
      { numRuns: 40 },
    );
    expect(open.faults).toEqual([]);
    expect((await get('/health')).status).toBe(200);
  });
});
