/** What is mutated, and with which tests: one area for the business rules, one for the blocks of our flows. */
import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { importsOf, readSources, resolveImport } from '../architecture/imports.ts';

export interface MutationArea {
  /** Globs or paths from the repository's root. */
  readonly mutate: readonly string[];
  /** The file that brings all tests of the area together. */
  readonly tests: string;
  /**
   * Whether mutants in code that runs once, as its module is loaded, count too. Each of them takes all tests of the
   * area instead of the few that reach it.
   */
  readonly countsStatic: boolean;
}

const RENDERED = 'contact-flows/rendered';
const flow = z.object({ Actions: z.array(z.object({ Type: z.string() })) });

/** The files of the block types in the rendered flows, and what these files share within `engine/blocks/`. */
export function filesOfRenderedBlocks(root: string): string[] {
  const types = readdirSync(`${root}/${RENDERED}`)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) =>
      flow
        .parse(JSON.parse(readFileSync(`${root}/${RENDERED}/${file}`, 'utf8')))
        .Actions.map(({ Type }) => Type),
    );
  const blocks = new Map(
    readSources(root)
      .filter(({ path }) => path.startsWith('engine/blocks/'))
      .map((source) => [source.path, source]),
  );
  const found = new Set<string>();
  const visit = (path: string): void => {
    const source = blocks.get(path);
    if (source === undefined || found.has(path)) return;
    found.add(path);
    for (const specifier of importsOf(source)) visit(resolveImport(source, specifier));
  };
  for (const type of types) {
    if (!blocks.has(fileOf(type))) throw new Error(`the flows use ${type}, and there is no ${fileOf(type)}`);
    visit(fileOf(type));
  }
  return [...found].toSorted();
}

/** `engine/blocks/get-metric-data.ts` of `GetMetricData`; a test of the catalogue holds every file to it. */
const fileOf = (type: string) =>
  `engine/blocks/${type.replaceAll(/(?<=[a-z])([A-Z])/g, '-$1').toLowerCase()}.ts`;

export const AREAS: Readonly<Record<string, MutationArea>> = {
  rules: {
    mutate: ['lambdas/domain/**/*.ts'],
    tests: 'test/mutation/rules.all.ts',
    countsStatic: true,
  },
  blocks: {
    mutate: filesOfRenderedBlocks(process.cwd()),
    tests: 'test/mutation/blocks.all.ts',
    // Here it is the declarations: data, which the tests of the language and of real flows hold against the service.
    countsStatic: false,
  },
};
