/** AWS::Connect::Prompt: a recording from a bucket; locally the file behind the assembly's asset. */
import { readFileSync, statSync } from 'node:fs';
import * as z from 'zod';
import type { Provisioner, ResourceRequest } from '../../assembly/provisioner.ts';
import type { ConnectState } from '../state.ts';
import { identify, keep, ownerOf } from './owner.ts';
import { instanceReference, readProperties, tagMap, tags, text } from './properties.ts';
import { refuseProperty } from './refused.ts';
import { readWav } from './wav.ts';

/** The local file behind an object that the assembly would upload; undefined where it uploads no such object. */
export type LocateObject = (bucket: string, key: string) => string | undefined;

// adminguide/prompts: .wav of less than 50 MB and less than 5 minutes, 8 kHz mono µ-law.
const LARGEST_BYTES = 50 * 1024 * 1024;
const LONGEST_MS = 5 * 60 * 1000;
const TELEPHONE_SOUND = { encoding: 7, channels: 1, samplesPerSecond: 8000 };

const schema = z.strictObject({
  InstanceArn: instanceReference(),
  Name: text(127),
  Description: z.optional(text(250)),
  S3Uri: text(2048).regex(
    /^(s3:\/\/\S+\/.+|https:\/\/\S+\.s3(\.\S+)?\.amazonaws\.com\/\S+)$/,
    'it must be s3://bucket/key or the https address of an S3 object',
  ),
  Tags: tags(),
});

const objectOf = (uri: string): { readonly bucket: string; readonly key: string } => {
  const url = new URL(uri);
  const bucket = url.protocol === 's3:' ? url.hostname : url.hostname.slice(0, url.hostname.indexOf('.s3'));
  return { bucket, key: decodeURIComponent(url.pathname.slice(1)) };
};

/** What the recording says, as our templates tell beside the resource: a description of Connect is cut off. */
function wordsOf(metadata: ResourceRequest['metadata']): { readonly words?: string } {
  const words = metadata?.['Words'];
  return typeof words === 'string' ? { words } : {};
}

export const promptProvisioner = (state: ConnectState, locateObject: LocateObject): Provisioner => ({
  type: 'AWS::Connect::Prompt',
  create(request) {
    const properties = readProperties(schema, request);
    const owner = ownerOf(state, request, 'InstanceArn', properties.InstanceArn);
    const refuseFile = (must: string) => refuseProperty(request, ['S3Uri'], properties.S3Uri, must);
    const { bucket, key } = objectOf(properties.S3Uri);
    const path = locateObject(bucket, key);
    if (path === undefined) throw refuseFile('the assembly uploads no such file');
    const file = statSync(path).isFile() ? readFileSync(path) : Buffer.alloc(0);
    const wav = readWav(file);
    if (wav === undefined) throw refuseFile('the file must be a .wav with sound in it');
    const { encoding, channels, samplesPerSecond } = TELEPHONE_SOUND;
    if (wav.encoding !== encoding || wav.channels !== channels || wav.samplesPerSecond !== samplesPerSecond) {
      const found = `encoding ${wav.encoding}, ${wav.channels} channel(s), ${wav.samplesPerSecond} Hz`;
      throw refuseFile(`the file must be 8 kHz mono µ-law (encoding 7) and is ${found}`);
    }
    if (file.length >= LARGEST_BYTES || wav.durationMs >= LONGEST_MS) {
      throw refuseFile(`the file must be shorter than 5 minutes and 50 MB and lasts ${wav.durationMs} ms`);
    }
    const identity = identify(owner, request, 'prompt');
    keep(state.prompts, request, {
      ...identity,
      name: properties.Name,
      ...(properties.Description === undefined ? {} : { description: properties.Description }),
      tags: tagMap(properties.Tags),
      durationMs: wav.durationMs,
      ...wordsOf(request.metadata),
      path,
    });
    return { physicalId: identity.arn, attributes: { PromptArn: identity.arn } };
  },
});
