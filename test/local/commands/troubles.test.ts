/** What the person at `npm start` reads when a function fails a caller. */
import { afterEach, expect, test } from '@jest/globals';
import { prompts } from '../../../contact-flows/prompts/en.ts';
import { tellTroubles } from '../../../local/commands/troubles.ts';
import { type ContactCentre, openCentre } from '../../kit/centre.ts';
import { imani } from '../../kit/people.ts';
import { remove } from '../../kit/templates.ts';

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

test("a function that may not be invoked is told with AWS's sentence and the contact", async () => {
  const lines = await linesOf((template) => remove(template, 'AWS::Lambda::Permission', 'lookupcustomer'));
  expect(lines.join('\n')).toMatch(
    /^Contact [0-9a-f-]{36}: main-inbound \/ look-up: .*is not authorized to perform: lambda:InvokeFunction/m,
  );
});
