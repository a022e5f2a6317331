/** The estimate of the wait, and the wait when no figure can be read. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import { ESTIMATED_WAIT_LEAVINGS_KEPT } from '../../engine/limits.ts';
import type { Template } from '../../local/assembly/template.ts';
import type { Agent } from '../kit/agent.ts';
import type { Call } from '../kit/call.ts';
import { type ContactCentre, openCentre } from '../kit/centre.ts';
import { stranger, withheld } from '../kit/people.ts';
import { chooseFigures } from './transitions/switches.ts';

let centre: ContactCentre;
afterEach(() => centre.everybodyLeaves());
afterAll(() => centre.close());

const opens = (mutate?: (template: Template) => void) => async (): Promise<void> => {
  await centre?.close();
  centre = await openCentre({ demoWorld: false, ...(mutate === undefined ? {} : { mutate }) });
};

async function waits(person: { readonly from?: string } = stranger): Promise<Call> {
  const call = centre.dial(person);
  await call.presses('0');
  await call.isQueuedIn('support');
  return call;
}

/** An agent who talks to somebody else: the team is there, and nobody is free. */
async function isBusy(username: 'sam' | 'robin'): Promise<Agent> {
  const agent = centre.agent(username);
  agent.becomesAvailable();
  const other = await waits(withheld);
  await agent.accepts(other);
  await agent.talksTo(other);
  return agent;
}

/** What the caller has heard since, apart from the music. */
const saidSince = (call: Call, count: number): string[] =>
  call.heard.slice(count).filter((text) => text !== 'queue-music');

/** What the caller hears at the next interruption of the music. */
async function hearsNext(call: Call): Promise<string[]> {
  if (call.question !== undefined) await call.staysSilent();
  const before = call.heard.length;
  while (!call.heard.slice(before).includes(prompts.waitOffer)) await call.hears(prompts.waitOffer);
  await call.staysSilent();
  return saidSince(call, before);
}

describe('the estimate', () => {
  beforeAll(opens());

  test('is not made up before enough callers have left', async () => {
    await isBusy('sam');
    const call = await waits();
    expect(await hearsNext(call)).toContain(prompts.waitUnknown);
  });

  test.each([
    [60, prompts.waitOneMinute],
    [180, prompts.waitThreeMinutes],
    [290, prompts.waitFiveMinutes],
    [600, prompts.waitTenMinutes],
    [1_200, prompts.waitMoreMinutes],
  ])('with somebody leaving every %s seconds is "%s"', async (seconds, words) => {
    await isBusy('sam');
    // As many as the estimate looks back to: nothing of the test before is left in it.
    for (let count = 0; count < ESTIMATED_WAIT_LEAVINGS_KEPT; count += 1) {
      const leaver = await waits(withheld);
      await centre.passes(seconds * 1_000);
      leaver.hangsUp();
    }
    const call = await waits();
    expect(await hearsNext(call)).toEqual([prompts.nextInLine, words, prompts.waitOffer]);
  });
});

describe('figures that cannot be read', () => {
  beforeAll(opens(chooseFigures));
  const waitsWith = async (figures: string, staff: string): Promise<Call> => {
    const call = centre.dial(stranger);
    call.isGiven({ figures, staff });
    await call.presses('0');
    await call.isQueuedIn('support');
    return call;
  };
  const arnOf = (name: string): string =>
    centre.cloud.centre.instance.queues.find((queue) => queue.name === name)?.arn ?? '';

  test('are not spoken: music and words without numbers', async () => {
    const call = await waitsWith('nowhere', 'nowhere');
    await call.hears('queue-music');
    expect(await hearsNext(call)).toEqual([prompts.stillWaiting, prompts.waitUnknown, prompts.waitOffer]);
    call.never.hears(/undefined|null|number {2}|\$/);
  });

  test('of a queue that the caller is not in give no place', async () => {
    const call = await waitsWith(arnOf('orders'), arnOf('support'));
    expect(await hearsNext(call)).toEqual([prompts.stillWaiting, prompts.waitNobody, prompts.waitOffer]);
  });
});
