/** Sounds of our own as prompts: the music of the queues, the tone before a message. */
import { CfnPrompt } from 'aws-cdk-lib/aws-connect';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';

const DESCRIPTIONS = {
  'queue-music': 'Played to callers who wait',
  beep: 'The tone after which a message is recorded',
} as const;

interface MusicProps {
  readonly instanceArn: string;
  readonly name: keyof typeof DESCRIPTIONS;
  /** WAV, 8 kHz, mono, µ-law. */
  readonly file: string;
}

class Music extends Construct {
  readonly promptArn: string;

  constructor(scope: Construct, id: string, props: MusicProps) {
    super(scope, id);
    const sound = new Asset(this, 'Sound', { path: props.file });
    const prompt = new CfnPrompt(this, 'Prompt', {
      instanceArn: props.instanceArn,
      name: props.name,
      description: DESCRIPTIONS[props.name],
      s3Uri: sound.s3ObjectUrl,
    });
    this.promptArn = prompt.attrPromptArn;
  }
}

export interface SoundFiles {
  readonly musicFile: string;
  readonly beepFile: string;
}

/** The sounds of the centre, each with how flows refer to it and its ARN. */
export const soundsIn = (
  scope: Construct,
  instanceArn: string,
  { musicFile, beepFile }: SoundFiles,
): ReadonlyMap<string, string> =>
  new Map([
    [
      'prompt.queue-music',
      new Music(scope, 'Music', { instanceArn, name: 'queue-music', file: musicFile }).promptArn,
    ],
    ['prompt.beep', new Music(scope, 'Beep', { instanceArn, name: 'beep', file: beepFile }).promptArn],
  ]);
