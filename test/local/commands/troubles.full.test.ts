/** What else the person at `npm start` reads when a function fails a caller, and when none does. */
import { afterEach, expect, test } from '@jest/globals';
import { prompts } from '../../../contact-flows/prompts/en.ts';
import { tellTroubles } from '../../../local/commands/troubles.ts';
import { type ContactCentre, openCentre } from '../../kit/centre.ts';
import { imani } from '../../kit/people.ts';
import { resourceOf } from '../../kit/templates.ts';

let centre: ContactCentre | undefined;
afterEach(async () => {
  await centre?.close();
});

async function linesOf(mutate: NonNullable<Parameters<typeof openCentre>[0]>['mutate']): Promise<string[]> {
  centre = await openCentre({ ...(mutate === undefined ? {} : { mutate }), demoWorld: false });
  const lines: string[] = [];
  const stop = tellTroubles(centre.cloud, (line) => lines.push(line));
  const call = centre.dial(imani);
  await call.hears(mutate === undefined ? prompts.mainMenu : prompts.recordsFault);
  stop();
  return lines;
}

test('a missing environment variable is told by its name', async () => {
  const lines = await linesOf((template) => {
    const [, , properties] = resourceOf(template, 'AWS::Lambda::Function', 'lookupcustomer');
    delete properties['Environment'];
  });
  expect(lines.join('\n')).toMatch(/lookup-customer for contact [0-9a-f-]{36}: .*TABLE_CUSTOMERS is not set/);
});

test('a call that goes well is told by nobody', async () => {
  expect(await linesOf(undefined)).toEqual([]);
});
