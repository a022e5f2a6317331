/** Which flows belong together: a folder of translations is checked with the flows around it that it does not translate. */
import { basename, dirname } from 'node:path';

export interface FlowGroup {
  /** What is looked at, with what it refers to. */
  readonly together: readonly string[];
  /** Whose findings are told. */
  readonly told: ReadonlySet<string>;
}

/**
 * A folder translates the folder around it where it has a flow of a file name that is there too: then a reference means
 * the flow in the same folder, or the one around it where the folder has none of that name.
 */
export function flowGroups(files: readonly string[]): readonly FlowGroup[] {
  const names = new Map<string, Set<string>>();
  for (const file of files) {
    const folder = dirname(file);
    names.set(folder, (names.get(folder) ?? new Set()).add(basename(file)));
  }
  const translates = (folder: string): boolean =>
    [...(names.get(folder) ?? [])].some((name) => names.get(dirname(folder))?.has(name) === true);
  const [inside, plain] = [true, false].map((is) => files.filter((file) => translates(dirname(file)) === is));
  const folders = [...new Set((inside ?? []).map((file) => dirname(file)))];
  return [
    ...((plain ?? []).length === 0 && folders.length > 0
      ? []
      : [{ together: plain ?? [], told: new Set(plain) }]),
    ...folders.map((folder): FlowGroup => {
      const own = files.filter((file) => dirname(file) === folder);
      const around = files.filter(
        (file) => dirname(file) === dirname(folder) && names.get(folder)?.has(basename(file)) !== true,
      );
      return { together: [...around, ...own], told: new Set(own) };
    }),
  ];
}
