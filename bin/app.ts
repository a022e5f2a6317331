/** The CDK app that cdk.json starts: makes the bundles and the music, then synthesizes one environment. */
import { callwrightApp } from '../lib/app.ts';
import { ensureBundles } from '../lib/bundling.ts';
import { sentenceOf } from '../lib/config-error.ts';
import { makeBeep, makeQueueMusic } from '../lib/music/queue-music.ts';
import { productParts } from '../lib/parts.ts';

try {
  await ensureBundles();
  makeQueueMusic();
  makeBeep();
  callwrightApp(productParts).synth();
} catch (error) {
  const sentence = sentenceOf(error);
  if (sentence === undefined) throw error;
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
