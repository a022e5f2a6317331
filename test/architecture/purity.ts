/** What the pure core must not touch: clocks, randomness, timers, the environment, input and output. */
import { importsOf, type SourceFile, withoutComments } from './imports.ts';

const PURE = ['engine/', 'lambdas/domain/'];

const BANNED: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /\bDate\.now\b/, what: 'reads the clock (Date.now)' },
  { pattern: /\bnew Date\(\s*\)/, what: 'reads the clock (new Date())' },
  { pattern: /\bMath\.random\b/, what: 'draws a random number (Math.random)' },
  { pattern: /\brandomUUID\b/, what: 'draws a random identifier (randomUUID)' },
  { pattern: /\bset(Timeout|Interval|Immediate)\(/, what: 'starts a timer' },
  { pattern: /\bprocess\./, what: 'reads the process' },
  { pattern: /\bconsole\./, what: 'writes to the console' },
  { pattern: /\bfetch\(/, what: 'uses the network' },
];

export function impurities(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => PURE.some((folder) => file.path.startsWith(folder)))
    .flatMap((file) => {
      const code = withoutComments(file.text);
      const touched = BANNED.filter((ban) => ban.pattern.test(code)).map((ban) => ban.what);
      const builtins = importsOf(file).filter((specifier) => specifier.startsWith('node:'));
      return [...touched, ...builtins.map((builtin) => `imports ${builtin}`)].map(
        (what) => `${file.path} ${what}; pass it in instead`,
      );
    });
}
