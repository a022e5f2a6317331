#!/usr/bin/env node
/** The command line: `npm run -s callwright -- COMMAND`. */
import { CommandFailure, printed } from '../local/commands/failure.ts';
import { nearest } from '../local/commands/nearest.ts';
import { commands } from './commands.ts';

const [name = 'help', ...args] = process.argv.slice(2);
const command = commands[name];
try {
  if (command !== undefined) {
    process.exitCode = args.includes('--help') ? await help() : await command.run(args);
  } else if (['help', '--help', '-h'].includes(name)) {
    process.exitCode = await help();
  } else {
    const meant = nearest(name, Object.keys(commands));
    throw new CommandFailure(
      `There is no command '${name}': ${meant === undefined ? 'see npm run -s callwright -- help' : `did you mean ${meant}`}${meant === undefined ? '.' : '?'}`,
      2,
    );
  }
} catch (error) {
  process.stderr.write(`${printed(error)}\n`);
  process.exitCode = error instanceof CommandFailure ? error.exitCode : 1;
}

async function help(): Promise<number> {
  const lines = Object.entries(commands).map(
    ([each, { usage, purpose }]) => `  ${`${each} ${usage}`.trim()}\n      ${purpose}\n`,
  );
  process.stdout.write(`npm run -s callwright -- COMMAND [OPTIONS]\n\n${lines.join('')}`);
  return 0;
}
