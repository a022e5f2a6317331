/** What the compiler refuses in a flow, and what the flow refuses where somebody got past the compiler. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { call, result } from '../../../engine/authoring/calling.ts';
import { FlowError, flow } from '../../../engine/authoring/flow.ts';
import { hangUp } from '../../../engine/authoring/handing-over.ts';
import { menu } from '../../../engine/authoring/keys.ts';
import { say } from '../../../engine/authoring/speaking.ts';
import { atLength } from '../../calls/at-length.ts';
import { lookup } from './refused.ts';

const terms = { name: 'demo', title: 'Demo', description: 'A demo.', type: 'CONTACT_FLOW' } as const;
const bye = hangUp();

/** A flow that compiles only because of its `@ts-expect-error` and would be refused when it is made. */
const refused = (make: () => unknown, message: string): void => {
  expect(make).toThrow(FlowError);
  expect(make).toThrow(message);
};

atLength('the compiler refuses every marked mistake here and in refused*.ts, and nothing else', () => {
  const compiler = join(process.cwd(), 'node_modules', 'typescript', 'bin', 'tsc');
  const project = join(process.cwd(), 'test', 'engine', 'authoring', 'tsconfig.json');
  const { stdout, status } = spawnSync(process.execPath, [compiler, '-p', project], { encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});

describe('a target that does not exist is refused by the compiler and by the flow', () => {
  test('after words', () => {
    refused(
      // @ts-expect-error no step is called 'byee'
      () => flow({ ...terms, start: 'hi', steps: { hi: say({ prompt: 'Hi.', next: 'byee' }), bye } }),
      "flow 'demo', step 'hi': next points to 'byee', which does not exist; did you mean 'bye'?",
    );
  });
  test('as the start', () => {
    refused(
      // @ts-expect-error no step is called 'hello'
      () => flow({ ...terms, start: 'hello', steps: { bye } }),
      "flow 'demo', start points to 'hello', which does not exist",
    );
  });
  test('behind a key', () => {
    const choose = (key: 'again' | 'bye') =>
      menu({
        prompt: 'Press 1.',
        timeoutSeconds: 5,
        choices: { 1: 'bye', 2: key },
        onTimeout: 'bye',
        onNoMatch: 'bye',
        onError: 'bye',
      });
    refused(
      // @ts-expect-error 'again' may be the target of key 2
      () => flow({ ...terms, start: 'choose', steps: { choose: choose('again'), bye } }),
      "step 'choose': choices.2 points to 'again'",
    );
  });
  test('behind an outcome', () => {
    refused(
      () =>
        flow({
          ...terms,
          start: 'look-up',
          steps: {
            // @ts-expect-error no step is called 'tell'
            'look-up': call(lookup, {
              parameters: { number: '1', mode: 'one' },
              outcomes: { found: 'tell', missing: 'bye' },
              onFault: 'bye',
            }),
            bye,
          },
        }),
      "step 'look-up': outcomes.found points to 'tell'",
    );
  });
});

describe('a call to a function', () => {
  test('an optional parameter may be left out, and a choice may be a reference', () => {
    const { exits } = call(lookup, {
      parameters: { number: '1', mode: '$.Attributes.mode' },
      outcomes: { found: 'a', missing: 'b' },
      onFault: 'c',
    });
    expect(exits.map(({ branch, to }) => `${branch} ${to}`)).toEqual([
      'outcomes.found a',
      'outcomes.missing b',
      'onFault c',
    ]);
    expect(result(lookup, 'found', 'status')).toBe('$.External.status');
  });
});
