/** What functions import for HTTP: Node's own, without the time that an import of all its names takes. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type LocalFunctions, localFunctions, returned } from './local-functions.ts';

/** What would load a second HTTP client, to have a WebSocket that no function has asked for. */
const LEFT_OUT = ['CloseEvent', 'MessageEvent', 'WebSocket', '_connectionListener', 'setGlobalProxyFromEnv'];
const server = createServer((_request, response) => response.end('heard'));
let local: LocalFunctions;
beforeAll(async () => {
  local = localFunctions();
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(async () => {
  server.close();
  await local.runtime.close();
});

test("a function speaks HTTP with Node's own module, and waits for no other client to load", async () => {
  const { port } = server.address() as AddressInfo;
  const { names, ...found } = Object(
    returned(await local.invoke(await local.add('http'), { url: `http://127.0.0.1:${port}` })),
  );
  expect(found).toEqual({ answer: 'heard', isOne: true, others: [] });
  const all = Object.keys(process.getBuiltinModule('node:http'));
  expect([...names, ...LEFT_OUT].toSorted()).toEqual(
    [...new Set([...all, 'default', ...LEFT_OUT])].toSorted(),
  );
});
