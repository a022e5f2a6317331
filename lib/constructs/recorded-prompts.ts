/** Recordings of words as prompts of our own, each named by its words. */
import { CfnPrompt } from 'aws-cdk-lib/aws-connect';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import type { Recording } from '../recordings/make-recordings.ts';

export interface RecordedPromptsProps {
  readonly instanceArn: string;
  readonly recordings: readonly Recording[];
}

/** The longest description that Connect keeps (API_CreatePrompt). */
const DESCRIPTION_MAX = 250;

export class RecordedPrompts extends Construct {
  /** Reference → ARN, e.g. `prompt.el-0123456789abcdef`. */
  readonly arns: ReadonlyMap<string, string>;

  constructor(scope: Construct, id: string, { instanceArn, recordings }: RecordedPromptsProps) {
    super(scope, id);
    this.arns = new Map(
      recordings.map(({ name, words, file }) => {
        const sound = new Asset(this, `${name}-sound`, { path: file });
        const prompt = new CfnPrompt(this, name, {
          instanceArn,
          name,
          description: words.slice(0, DESCRIPTION_MAX),
          s3Uri: sound.s3ObjectUrl,
        });
        // The local centre shows what a recording says; a description is cut off.
        prompt.cfnOptions.metadata = { Words: words };
        return [`prompt.${name}`, prompt.attrPromptArn];
      }),
    );
  }
}
