/** The music of the queues as a prompt of our own. */
import { CfnPrompt } from 'aws-cdk-lib/aws-connect';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';

export interface MusicProps {
  readonly instanceArn: string;
  /** WAV, 8 kHz, mono, µ-law. */
  readonly file: string;
}

export class Music extends Construct {
  readonly promptArn: string;

  constructor(scope: Construct, id: string, props: MusicProps) {
    super(scope, id);
    const sound = new Asset(this, 'Sound', { path: props.file });
    const prompt = new CfnPrompt(this, 'Prompt', {
      instanceArn: props.instanceArn,
      name: 'queue-music',
      description: 'Played to callers who wait',
      s3Uri: sound.s3ObjectUrl,
    });
    this.promptArn = prompt.attrPromptArn;
  }
}
