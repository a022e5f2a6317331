/** Reads a cloud assembly (the folder that `cdk synth` writes): its stacks, templates and files. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import type { StackIdentity } from './provisioner.ts';
import { parseTemplate, type Template } from './template.ts';
import { TemplateError } from './template-error.ts';

/** One stack of the assembly. */
export interface AssemblyStack {
  readonly name: string;
  readonly template: Template;
}

/** A file or folder that a deployment would upload, and where to. */
interface Asset {
  readonly path: string;
  readonly destinations: readonly { readonly bucketName: string; readonly objectKey: string }[];
}

/** A cloud assembly in memory. */
export interface Assembly {
  readonly directory: string;
  readonly stacks: readonly AssemblyStack[];
  readonly assets: readonly Asset[];
}

const manifestSchema = z.looseObject({
  artifacts: z.record(
    z.string(),
    z.looseObject({
      type: z.string(),
      properties: z
        .looseObject({
          templateFile: z.string().optional(),
          stackName: z.string().optional(),
          file: z.string().optional(),
          directoryName: z.string().optional(),
        })
        .optional(),
    }),
  ),
});

const assetsSchema = z.looseObject({
  files: z
    .record(
      z.string(),
      z.looseObject({
        source: z.looseObject({ path: z.string().optional() }),
        destinations: z.record(z.string(), z.looseObject({ bucketName: z.string(), objectKey: z.string() })),
      }),
    )
    .optional(),
});

/**
 * Reads the assembly in a folder, nested assemblies (stages) included.
 * @throws TemplateError with one sentence where the folder is missing, incomplete or not an assembly
 */
export function readAssembly(directory: string): Assembly {
  const folder = resolve(directory);
  if (!existsSync(join(folder, 'manifest.json'))) {
    throw new TemplateError(`there is no cloud assembly in ${folder}; run 'npm run synth' first`);
  }
  const manifest = readJson(join(folder, 'manifest.json'), manifestSchema);
  const stacks: AssemblyStack[] = [];
  const assets: Asset[] = [];
  for (const [id, { type, properties = {} }] of Object.entries(manifest.artifacts)) {
    if (type === 'aws:cloudformation:stack') {
      const file = join(folder, required(properties.templateFile, `${id}: templateFile`, folder));
      stacks.push({
        name: properties.stackName ?? id,
        template: parseTemplate(readJson(file, z.unknown()), file),
      });
    } else if (type === 'cdk:asset-manifest') {
      assets.push(...readAssets(folder, required(properties.file, `${id}: file`, folder)));
    } else if (type === 'cdk:cloud-assembly') {
      const nested = readAssembly(
        join(folder, required(properties.directoryName, `${id}: directoryName`, folder)),
      );
      stacks.push(...nested.stacks);
      assets.push(...nested.assets);
    }
  }
  return { directory: folder, stacks, assets };
}

/**
 * The local file or folder behind an object that the template expects in a bucket; undefined where the assembly names
 * none, or the one that it names is gone.
 * @param place fills the account, region and partition into the bucket names of the assembly
 */
export function assetPath(
  assembly: Assembly,
  bucket: string,
  key: string,
  place: Pick<StackIdentity, 'accountId' | 'region' | 'partition'>,
): string | undefined {
  const values: Readonly<Record<string, string>> = {
    AccountId: place.accountId,
    Region: place.region,
    Partition: place.partition,
  };
  const filled = (text: string) =>
    text.replaceAll(/\$\{AWS::(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  const path = assembly.assets.find(({ destinations }) =>
    destinations.some(
      ({ bucketName, objectKey }) => filled(bucketName) === bucket && filled(objectKey) === key,
    ),
  )?.path;
  return path !== undefined && existsSync(path) ? path : undefined;
}

function readAssets(folder: string, file: string): Asset[] {
  const { files = {} } = readJson(join(folder, file), assetsSchema);
  return Object.entries(files).map(([hash, { source, destinations }]) => ({
    path: join(
      folder,
      required(source.path, `${file}: asset ${hash} is made by a command, its source.path`, folder),
    ),
    destinations: Object.values(destinations),
  }));
}

function readJson<T>(file: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TemplateError(
      `${file} of the cloud assembly cannot be read (${reason}); run 'npm run synth' again`,
    );
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new TemplateError(
      `${file} is not what a cloud assembly holds (${issue?.path.join('.')}: ${issue?.message}); run 'npm run synth' again`,
    );
  }
  return parsed.data;
}

function required(value: string | undefined, what: string, folder: string): string {
  if (value === undefined) {
    throw new TemplateError(
      `the cloud assembly in ${folder} is broken (${what} is missing); run 'npm run synth' again`,
    );
  }
  return value;
}
