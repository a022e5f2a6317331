/** Reads what every source file imports, types included, and judges it by the table of allowed directions. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';

export interface SourceFile {
  /** Path from the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export const PARTS = ['bin', 'lib', 'lambdas', 'contact-flows', 'engine', 'local', 'agent-desktop'] as const;

const SCHEDULED = 'lambdas/runtime/scheduled-contract.ts';
const EVENTS = 'lambdas/runtime/event-contract.ts';
const BACKGROUND = 'lambdas/runtime/background-contract.ts';
const HTTP = 'lambdas/runtime/http-contract.ts';

/** Who may import whom, most special folder first. A folder may always import itself. */
const ALLOWED: readonly { readonly from: string; readonly to: readonly string[] }[] = [
  { from: 'bin/', to: ['lib/', 'local/', 'engine/', 'lambdas/tables/'] },
  {
    from: 'lib/',
    to: [
      'contact-flows/',
      'engine/rules/',
      'lambdas/tables/',
      'lambdas/*/contract.ts',
      SCHEDULED,
      EVENTS,
      BACKGROUND,
      HTTP,
    ],
  },
  { from: 'contact-flows/', to: ['engine/authoring/', 'lambdas/*/contract.ts'] },
  { from: 'local/', to: ['engine/'] },
  { from: 'engine/testing-language/', to: ['engine/'] },
  { from: 'engine/simulation/', to: ['engine/'] },
  { from: 'engine/coverage/', to: ['engine/contact/', 'engine/blocks/', 'engine/language/'] },
  { from: 'engine/contact/', to: ['engine/blocks/', 'engine/lex/', 'engine/language/', 'engine/limits.ts'] },
  { from: 'engine/rules/', to: ['engine/blocks/', 'engine/language/', 'engine/limits.ts'] },
  { from: 'engine/authoring/', to: ['engine/blocks/', 'engine/language/', 'engine/limits.ts'] },
  { from: 'engine/blocks/', to: ['engine/lex/', 'engine/language/', 'engine/limits.ts'] },
  { from: 'engine/lex/', to: ['engine/language/'] },
  { from: 'engine/language/', to: ['engine/limits.ts'] },
  { from: 'engine/limits.ts', to: [] },
  { from: 'lambdas/domain/', to: [] },
  { from: 'lambdas/tables/', to: ['lambdas/domain/', 'lambdas/runtime/'] },
  { from: 'lambdas/runtime/', to: ['lambdas/domain/'] },
  { from: 'lambdas/providers/', to: ['lambdas/domain/', 'lambdas/tables/', 'lambdas/runtime/'] },
  { from: 'lambdas/sending/', to: ['lambdas/domain/', 'lambdas/tables/', 'lambdas/runtime/'] },
  {
    from: 'lambdas/',
    to: [
      'lambdas/domain/',
      'lambdas/tables/',
      'lambdas/runtime/',
      'lambdas/providers/',
      'lambdas/sending/',
      'lambdas/deliver-code/contract.ts',
      'lambdas/take-payment/contract.ts',
      'lambdas/pay-back/contract.ts',
    ],
  },
  { from: 'agent-desktop/', to: ['lambdas/domain/', 'lambdas/*/contract.ts'] },
];

/** A function's contract is shared with flows and the stack, so it must not drag an SDK into them. */
const CONTRACT_MAY_IMPORT = [
  'lambdas/runtime/contract.ts',
  SCHEDULED,
  EVENTS,
  BACKGROUND,
  HTTP,
  'lambdas/runtime/http-agent.ts',
  'lambdas/domain/',
];

export function readSources(root: string): SourceFile[] {
  const files: SourceFile[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (/\.(ts|tsx|mjs)$/.test(entry.name))
        files.push({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') });
    }
  };
  for (const part of PARTS) if (existsSync(join(root, part))) walk(join(root, part));
  return files;
}

export function importsOf(file: SourceFile): string[] {
  const code = withoutComments(file.text);
  const specifiers = [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"])([^'"\n]+)\1/g)];
  return specifiers.map((match) => match[2] ?? '');
}

export function withoutComments(text: string): string {
  return text.replace(/(^|\s)\/\*[\s\S]*?\*\//g, '$1').replace(/(^|\s)\/\/.*$/gm, '$1');
}

export const resolveImport = (file: SourceFile, specifier: string): string =>
  posix.normalize(posix.join(posix.dirname(file.path), specifier));

const matches = (path: string, pattern: string): boolean => {
  const expression = pattern
    .split('*')
    .map((piece) => piece.replace(/[.\-/]/g, '\\$&'))
    .join('[^/]+');
  return new RegExp(`^${expression}${pattern.endsWith('/') ? '' : '$'}`).test(path);
};

/** Home of a file: the special folder it is judged by, and within `lambdas/` its own function's folder. */
function mayImport(from: string, to: string): boolean {
  if (/^lambdas\/[^/]+\/contract\.ts$/.test(from))
    return CONTRACT_MAY_IMPORT.some((pattern) => matches(to, pattern));
  const rule = ALLOWED.find((candidate) => from.startsWith(candidate.from));
  if (rule === undefined) return false;
  if (rule.to.some((pattern) => matches(to, pattern))) return true;
  const own = rule.from === 'lambdas/' ? from.split('/').slice(0, 2).join('/').concat('/') : rule.from;
  return to.startsWith(own);
}

/** One sentence for every import that points the wrong way. */
export function wrongDirections(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => resolveImport(file, specifier))
      .filter((target) => PARTS.some((part) => target.startsWith(`${part}/`)))
      .filter((target) => !mayImport(file.path, target))
      .map((target) => `${file.path} imports ${target}, against the table of directions`),
  );
}

/** Every cycle of imports, as `a → b → a`. */
export function cycles(files: readonly SourceFile[]): string[] {
  const edges = new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => resolveImport(file, specifier)),
    ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      found.push([...trail.slice(start), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return found;
}
