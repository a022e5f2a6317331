/** Runs dynoxide, the strict engine, as a child process in memory and speaks to it over loopback. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const binary = fileURLToPath(new URL('../../../node_modules/@dynoxide/linux-x64/dynoxide', import.meta.url));
const startLimitMs = 5_000;
const pauseMs = 5;

/** Why the strict engine cannot run here, or nothing where it can. */
export function whyNoDynoxide(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return `the strict engine is published for linux-x64 only, and this is ${process.platform}-${process.arch}`;
  return existsSync(binary) ? undefined : 'the optional package @dynoxide/linux-x64 is not installed';
}

export class DynoxideProcess {
  readonly #child: ChildProcess;
  readonly #port: number;
  readonly #agent = new Agent({ keepAlive: true });

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.#port = port;
  }

  /** @throws one sentence where dynoxide is not there, or does not answer within five seconds */
  static async start(): Promise<DynoxideProcess> {
    const reason = whyNoDynoxide();
    if (reason !== undefined) throw new Error(`The engine 'dynoxide' cannot run: ${reason}. Use 'dynalite'.`);
    const port = await freePort();
    const child = spawn(binary, ['serve', '--port', String(port)], { stdio: 'ignore', env: {} });
    const started = new DynoxideProcess(child, port);
    const deadlineMs = Date.now() + startLimitMs;
    while (!(await started.#answers())) {
      if (Date.now() > deadlineMs || child.exitCode !== null) {
        await started.stop();
        throw new Error(`dynoxide did not answer on port ${port} within ${startLimitMs} ms.`);
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    return started;
  }

  async #answers(): Promise<boolean> {
    try {
      await this.send('ListTables', '{}');
      return true;
    } catch (error) {
      if (Reflect.get(Object(error), 'code') === 'ECONNREFUSED') return false;
      throw error;
    }
  }

  send(operation: string, body: string): Promise<{ readonly status: number; readonly body: string }> {
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          agent: this.#agent,
          host: '127.0.0.1',
          port: this.#port,
          method: 'POST',
          headers: {
            'content-type': 'application/x-amz-json-1.0',
            'x-amz-target': `DynamoDB_20120810.${operation}`,
            'x-amz-date': '20260101T000000Z',
            authorization:
              'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=00',
            'content-length': Buffer.byteLength(body),
          },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  async stop(): Promise<void> {
    this.#agent.destroy();
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill();
    await ended;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no free port.');
  return address.port;
}
