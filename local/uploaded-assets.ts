/** Code and recordings as a deployment uploads them: who synthesizes beside a running centre takes nothing from it. */
import { cpSync, existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Locate } from './cloud-stack.ts';

/**
 * Finds objects in a folder of the centre's own, into which they are copied when they are first asked for, at the boot.
 * What was there from an earlier run is removed. Names of assets are made from their contents: no two of them collide.
 */
export function uploadedTo(folder: string, locate: Locate): Locate {
  rmSync(folder, { recursive: true, force: true });
  return (bucket, key) => {
    const asset = locate(bucket, key);
    if (asset === undefined) return undefined;
    const uploaded = join(folder, basename(asset));
    if (!existsSync(uploaded)) cpSync(asset, uploaded, { recursive: true });
    return uploaded;
  };
}
