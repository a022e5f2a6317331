/** The commands that work on tables, here or deployed: seed, set-pin, contacts, outbox, announce, export-person and erase-person. */
import { stdin } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CommandFailure } from '../local/commands/failure.ts';
import { readOptions, WRONG_USE } from '../local/commands/options.ts';
import { readRunningMessages } from '../local/commands/running-centre.ts';
import { findTarget } from './target.ts';

/** Something is still to be done, and the same command does it. */
const RECORDINGS_LEFT = 3;

export async function seedCommand(args: readonly string[]): Promise<number> {
  const { values } = readOptions('seed', args, { values: ['target'], flags: [], words: 0 });
  const target = await findTarget(values.target);
  const { seed } = await import('../lib/commands/seed.ts');
  const { customers, orders, products, cases } = await seed(target);
  process.stdout.write(
    `${target.name} has the demo world: ${customers} customers, ${orders} orders, ${products} products, ${cases} cases (docs/demo-world.md).\n`,
  );
  return 0;
}

/** The PIN comes from standard input, so that it stays out of the shell's history and the list of processes. */
export async function setPinCommand(args: readonly string[]): Promise<number> {
  const { values, words } = readOptions('set-pin', args, { values: ['target'], flags: [], words: 1 });
  const customerId = words[0] ?? '';
  const target = await findTarget(values.target);
  const pin = await readPin(customerId);
  const { setPin } = await import('../lib/commands/set-pin.ts');
  await inOneSentence(() => setPin(target, customerId, pin));
  process.stdout.write(`${customerId} in ${target.name} has the new PIN, and may use it at once.\n`);
  return 0;
}

export async function contactsCommand(args: readonly string[]): Promise<number> {
  const { values, words } = readOptions('contacts', args, { values: ['target'], flags: [], words: 1 });
  const target = await findTarget(values.target);
  const { contactsOfCustomer } = await import('../lib/commands/contacts.ts');
  const customerId = words[0] ?? '';
  await printEach(
    contactsOfCustomer(target, customerId),
    `${target.name} keeps no contact of '${customerId}'.`,
  );
  return 0;
}

export async function outboxCommand(args: readonly string[]): Promise<number> {
  const { values } = readOptions('outbox', args, { values: ['target'], flags: [], words: 0 });
  const target = await findTarget(values.target);
  const { outboxOf } = await import('../lib/commands/outbox.ts');
  const sent = values.target === undefined || values.target === 'local' ? await readRunningMessages() : [];
  const wordsOf = (messageId: string) =>
    sent
      .filter(({ token }) => token?.split('/', 1)[0] === messageId)
      .map(({ to, subject, text }) => ({ to, subject, text }));
  await printEach(outboxOf(target, wordsOf), `Nothing is to be sent from ${target.name}, and nothing was.`);
  return 0;
}

/** A line of JSON each; the sentence goes to whoever looks, and not to a program that reads the lines. */
async function printEach(
  lines: AsyncIterable<object> | Iterable<object>,
  sentenceForNone: string,
): Promise<void> {
  let isNone = true;
  for await (const line of lines) {
    isNone = false;
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
  if (isNone) process.stderr.write(`${sentenceForNone}\n`);
}

/** Each is an option with the text in it. */
const LANGUAGES = ['en', 'el', 'hu', 'ro'] as const;

/** Without a name it lists them. */
export async function announceCommand(args: readonly string[]): Promise<number> {
  const { values, flags, words } = readOptions('announce', args, {
    values: ['target', 'kind', 'topic', 'from', 'until', 'fallback', ...LANGUAGES],
    flags: ['off'],
    words: { atLeast: 0 },
  });
  const [id, more] = words;
  if (more !== undefined)
    throw new CommandFailure(`announce takes one name, and '${more}' is another.`, WRONG_USE);
  const target = await findTarget(values.target);
  const commands = await import('../lib/commands/announce.ts');
  if (id === undefined) {
    const announcements = await commands.listAnnouncements(target);
    await printEach(announcements, `Nothing is announced to callers of ${target.name}.`);
    return 0;
  }
  if (flags.off === true) {
    await commands.announceNoLonger(target, id);
    process.stdout.write(`Callers of ${target.name} no longer hear '${id}'.\n`);
    return 0;
  }
  if (values.until === undefined)
    throw new CommandFailure(`'${id}' needs an end: add --until +2h, or another moment.`, WRONG_USE);
  const given = LANGUAGES.flatMap((language) => {
    const text = values[language];
    return text === undefined ? [] : [[language, text]];
  });
  const { kind = 'announcement', topic, from = '+0m', until, fallback } = values;
  const wanted = { id, kind, topic, from, until, fallback, texts: Object.fromEntries(given) };
  const made = await commands.announce(target, wanted, Date.now());
  process.stdout.write(`Callers of ${target.name} hear '${id}' from ${made.from} to ${made.until}.\n`);
  return 0;
}

export async function exportPersonCommand(args: readonly string[]): Promise<number> {
  const { values, words } = readOptions('export-person', args, { values: ['target'], flags: [], words: 1 });
  const target = await findTarget(values.target);
  const { exportPerson } = await import('../lib/commands/person.ts');
  const person = await inOneSentence(() => exportPerson(target, words[0] ?? ''));
  process.stdout.write(`${JSON.stringify(person, null, 2)}\n`);
  return 0;
}

/** Nobody is erased by a slip of the fingers: `--yes` has to be there. */
export async function erasePersonCommand(args: readonly string[]): Promise<number> {
  const { values, flags, words } = readOptions('erase-person', args, {
    values: ['target'],
    flags: ['yes'],
    words: 1,
  });
  const customerId = words[0] ?? '';
  const target = await findTarget(values.target);
  if (flags.yes !== true) {
    throw new CommandFailure(
      `Everything that ${target.name} holds of ${customerId} will be gone, and nothing brings it back: add --yes, after export-person where somebody wants it.`,
      WRONG_USE,
    );
  }
  const { erasePerson } = await import('../lib/commands/person.ts');
  const report = await inOneSentence(() => erasePerson(target, customerId));
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  const { length } = report.recordings.left;
  if (length === 0) return 0;
  process.stderr.write(
    `${length === 1 ? 'A recording' : `${length} recordings`} of ${customerId} could not be deleted: see why under recordings.left, and run this command again until none is left.\n`,
  );
  return RECORDINGS_LEFT;
}

export async function mirrorCasesCommand(args: readonly string[]): Promise<number> {
  const { values } = readOptions('mirror-cases', args, { values: ['target'], flags: [], words: 0 });
  const target = await findTarget(values.target);
  const { mirrorOpenCases } = await import('../lib/commands/mirror.ts');
  const looked = await mirrorOpenCases(target);
  process.stdout.write(`${looked} cases of ${target.name} are in Amazon Connect Cases as they stand.\n`);
  return 0;
}

/** What the tables object to is a clause; a person reads a sentence. */
async function inOneSentence<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    // Mistakes of our own have classes of their own, and keep them with their stack.
    if (!(error instanceof Error) || error.constructor !== Error) throw error;
    const { message } = error;
    const end = /[.?!]$/.test(message) ? '' : '.';
    throw new CommandFailure(`${message.charAt(0).toUpperCase()}${message.slice(1)}${end}`, 1);
  }
}

async function readPin(customerId: string): Promise<string> {
  // On a terminal the interface takes the keys, and what it would show goes nowhere: the PIN stays unseen.
  const lines = createInterface({
    input: stdin,
    ...(stdin.isTTY ? { output: nowhere(), terminal: true } : {}),
  });
  try {
    if (stdin.isTTY) {
      process.stderr.write(`New PIN of ${customerId} (it is not shown): `);
      const pin = await lines.question('');
      process.stderr.write('\n');
      return pin.trim();
    }
    for await (const line of lines) return line.trim();
    throw new CommandFailure('No PIN came on standard input: write one line with it.', WRONG_USE);
  } finally {
    lines.close();
  }
}

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
