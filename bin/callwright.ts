#!/usr/bin/env node
/** The command line: `npm run -s callwright -- COMMAND`. */
import { CommandFailure, printed } from '../local/commands/failure.ts';
import { nearest } from '../local/commands/nearest.ts';
import { commands } from './commands.ts';

/** As shells write a process ended by SIGPIPE. */
const READER_GONE = 141;

// Whoever has read the first lines (`| head`) wants no more of them, and no stack trace.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EPIPE') throw fault;
    process.exit(READER_GONE);
  });
}

const [name = 'help', ...args] = process.argv.slice(2);
const command = commands[name];
try {
  if (command !== undefined) {
    process.exitCode = args.includes('--help') ? help(name) : await command.run(args);
  } else if (['help', '--help', '-h'].includes(name)) {
    process.exitCode = help();
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

/** Of one command, or of all. */
function help(only?: string): number {
  const lines = Object.entries(commands)
    .filter(([each]) => only === undefined || each === only)
    .map(([each, { usage, purpose }]) => `  ${`${each} ${usage}`.trim()}\n      ${purpose}\n`);
  process.stdout.write(`npm run -s callwright -- COMMAND [OPTIONS]\n\n${lines.join('')}`);
  return 0;
}
