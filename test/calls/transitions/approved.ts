/** What calls are as somebody has approved it: a text for each world, in which a call begins as one before it did. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Walk } from './walk.ts';

const FOLDER = join(import.meta.dirname, 'approved');
/** Fewer lines are said again. */
const SHARED_MIN = 3;

type ToldWalk = Pick<Walk, 'name' | 'lines'>;

const fileOf = (world: string): string => join(FOLDER, `${world.replaceAll(' ', '-')}.txt`);

export function approve(world: string, walks: readonly ToldWalk[]): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(world), written(walks));
}

/** The lines of each call by its name. @throws where nothing is approved yet */
export const approved = (world: string): ReadonlyMap<string, readonly string[]> =>
  read(readFileSync(fileOf(world), 'utf8'));

export function written(walks: readonly ToldWalk[]): string {
  /** Who began so first. */
  const first = new Map<string, string>();
  return walks
    .map(({ name, lines }) => {
      let beginning = '';
      let shared = 0;
      let as = '';
      for (const [index, line] of lines.entries()) {
        beginning += `${line}\n`;
        const who = first.get(beginning);
        if (who === undefined) first.set(beginning, name);
        else [shared, as] = [index + 1, who];
      }
      const own = shared < SHARED_MIN ? lines : [`${shared} lines as ${as}`, ...lines.slice(shared)];
      return `# ${name}\n${own.map((line) => `${line}\n`).join('')}`;
    })
    .join('\n');
}

export function read(text: string): ReadonlyMap<string, readonly string[]> {
  const told = new Map<string, readonly string[]>();
  for (const part of text.split(/^# /m).slice(1)) {
    const [name = '', ...lines] = part.trimEnd().split('\n');
    const [, count, as = ''] = /^(\d+) lines as (.*)$/.exec(lines[0] ?? '') ?? [];
    const shared = count === undefined ? [] : told.get(as)?.slice(0, Number(count));
    if (shared === undefined) throw new Error(`'${name}' begins as '${as}', which does not come before it`);
    told.set(name, [...shared, ...lines.slice(count === undefined ? 0 : 1)]);
  }
  return told;
}
