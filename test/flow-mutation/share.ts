/** What a process of `npm run mutate-flows` does: it judges the mutants that it is given the names of. */
import * as z from 'zod';
import { WORLDS } from '../calls/transitions/worlds.ts';
import { flowMutants } from './mutants.ts';
import { judge } from './run.ts';

process.once('message', (names) => {
  const wanted = new Set(z.array(z.string()).parse(names));
  const mutants = flowMutants().filter(({ name }) => wanted.has(name));
  const told = judge(mutants, WORLDS, ({ mutant: { name }, fate }) => process.send?.({ name, fate }));
  void told.finally(() => process.disconnect());
});
