/** In which languages callers wait first for agents who speak them. */
import { expect, test } from '@jest/globals';
import type { Language } from '../../contact-flows/languages.ts';
import type { Configuration } from '../../lib/config.ts';
import { speakerReferences } from '../../lib/speakers.ts';

type Spoken = Configuration['agents'][number]['languages'];

/** The languages that are waited for, in a centre of these agents. */
function waitedFor(
  agents: readonly Spoken[],
  { spoken = ['en', 'hu', 'el'], answered }: { spoken?: Language[]; answered?: Language[] } = {},
): string[] {
  const people = agents.map((languages, index) => ({
    username: `agent-${index}`,
    firstName: 'A',
    lastName: 'B',
    ...(languages === undefined ? {} : { languages }),
  }));
  const languages = { spoken, locally: [], ...(answered === undefined ? {} : { answered }) };
  return speakerReferences({ agents: people, languages }, spoken).flatMap(([name, value]) => {
    expect(['none', name.replace('speakers.', '')]).toContain(value);
    return value === 'none' ? [] : [value];
  });
}

test('one that some agents speak and others do not is waited for', () => {
  expect(waitedFor([{ en: 5, hu: 4 }, { en: 5 }])).toEqual(['hu']);
  expect(waitedFor([{ en: 5, hu: 4 }, { hu: 5 }])).toEqual(['en']);
  expect(waitedFor([{ en: 5, hu: 4 }, undefined])).toEqual(['en', 'hu']);
});
test('one that everybody speaks, or nobody, is not', () => {
  expect(waitedFor([{ en: 5 }, { en: 3 }])).toEqual([]);
  expect(waitedFor([])).toEqual([]);
});
test('one in which somebody only gets by is not', () => {
  expect(waitedFor([{ en: 5, hu: 2 }, { en: 5 }])).toEqual([]);
  expect(waitedFor([{ en: 5, hu: 3 }, { en: 5 }])).toEqual(['hu']);
});
test('one that agents elsewhere speak is waited for, and whatever some of cdk.json speak', () => {
  expect(waitedFor([], { answered: ['el'] })).toEqual(['el']);
  expect(waitedFor([{ en: 5 }], { answered: ['el'] })).toEqual(['en', 'el']);
});
test('nobody waits in a centre of one language, or for one in which callers are not spoken to', () => {
  const agents = [{ en: 5, hu: 4 }, { hu: 5 }];
  expect(waitedFor(agents, { spoken: ['en'] })).toEqual([]);
  expect(waitedFor([{ en: 5, ro: 4 }, { en: 5 }], { answered: ['ro'] })).toEqual(['en']);
});
