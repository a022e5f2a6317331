/** The table of commands, each loaded when it is called; what `local/` may not reach for itself is put together here. */
import type { Surroundings } from '../local/commands/surroundings.ts';

interface Command {
  readonly usage: string;
  readonly purpose: string;
  /** @returns the exit code */
  run(args: readonly string[]): Promise<number>;
}

/** Each loads what it needs when it is asked: a call to a running centre needs none of it. */
const surroundings: Surroundings = {
  assemblyIsCurrent: async (isLocal) => (await import('../lib/synthesize.ts')).isCurrent({ isLocal }),
  synthesize: async (isLocal) => (await import('../lib/synthesize.ts')).synthesize({ isLocal }),
  async seedWhenEmpty(stack, nowMs, extent = 'people') {
    const { seedWhenEmpty } = await import('../lib/commands/seed.ts');
    await seedWhenEmpty({ ...stack, name: stack.stackName }, { nowMs, wholeShop: extent === 'shop' });
  },
  async deployedInstance(stackName) {
    const { deployedStack, instanceOf } = await import('../lib/commands/target.ts');
    return instanceOf(await deployedStack(stackName));
  },
  async demoCallers() {
    const { demoCustomers } = await import('../lib/demo-world/customers.ts');
    return demoCustomers.map(({ name, phoneNumbers: [number = ''], pin, shows }) => ({
      name,
      number,
      pin,
      shows,
    }));
  },
};

export const commands: Readonly<Record<string, Command>> = {
  start: {
    usage: '[--fresh] [--quotas] [--assembly FOLDER]',
    purpose:
      'runs the contact centre on this machine; PORT chooses the port, --fresh forgets what was kept, --quotas sets those of a new instance (10 calls at once, API rates)',
    run: async (args) => (await import('../local/commands/start.ts')).start(args, surroundings),
  },
  dial: {
    usage: '[--from NUMBER|anonymous] [--to NUMBER] [--script "1,4711#,hangup"]',
    purpose:
      'calls the running contact centre, or one of its own; without --from the number is withheld; exit code 0: script used up, 1: not, 2: no call',
    run: async (args) => (await import('../local/commands/dial.ts')).dial(args, surroundings),
  },
  records: {
    usage: '[--follow]',
    purpose: 'prints the contact records of the running centre, a line of JSON each',
    run: async (args) => (await import('../local/commands/records.ts')).records(args),
  },
  contacts: {
    usage: 'CUSTOMER-ID [--target local|STACK]',
    purpose: "prints what is kept of a customer's contacts, the latest first, a line of JSON each",
    run: async (args) => (await import('./demo-commands.ts')).contactsCommand(args),
  },
  outbox: {
    usage: '[--target local|STACK]',
    purpose:
      'prints what customers are told and departments have to do: what is to be sent, what was (here with its words), and what nobody took; a line of JSON each',
    run: async (args) => (await import('./demo-commands.ts')).outboxCommand(args),
  },
  seed: {
    usage: '[--target local|STACK]',
    purpose: 'fills the demo world into the running local centre or a deployed stack',
    run: async (args) => (await import('./demo-commands.ts')).seedCommand(args),
  },
  'set-pin': {
    usage: 'CUSTOMER-ID [--target local|STACK]',
    purpose: 'gives a customer a new PIN, which is read from standard input',
    run: async (args) => (await import('./demo-commands.ts')).setPinCommand(args),
  },
  announce: {
    usage:
      '[NAME --until MOMENT [--kind announcement|outage|closed] [--topic FLOW] [--from MOMENT] [--en TEXT] [--el TEXT] [--hu TEXT] [--ro TEXT] [--fallback LANGUAGE] | NAME --off] [--target local|STACK]',
    purpose:
      'switches what every caller is told, from the next call on; a moment is 2026-11-22T18:00:00Z, or +2h from now; without a name it lists them',
    run: async (args) => (await import('./demo-commands.ts')).announceCommand(args),
  },
  'export-person': {
    usage: 'CUSTOMER-ID [--target local|STACK]',
    purpose: 'prints everything that the tables hold of a customer, as JSON',
    run: async (args) => (await import('./demo-commands.ts')).exportPersonCommand(args),
  },
  'erase-person': {
    usage: 'CUSTOMER-ID --yes [--target local|STACK]',
    purpose:
      'erases a customer: amounts stay under a pseudonym; prints what was done and what it cannot reach, goes on where it was interrupted, and tries recordings again that it could not delete (exit code 3 while there are some)',
    run: async (args) => (await import('./demo-commands.ts')).erasePersonCommand(args),
  },
  'mirror-cases': {
    usage: '[--target local|STACK]',
    purpose:
      'brings the cases for which something is due into Amazon Connect Cases, once they are mirrored (connectCases in cdk.json); done again, it does nothing twice',
    run: async (args) => (await import('./demo-commands.ts')).mirrorCasesCommand(args),
  },
  render: {
    usage: '',
    purpose: 'writes the flows as JSON into contact-flows/rendered',
    async run(args) {
      const { readOptions } = await import('../local/commands/options.ts');
      readOptions('render', args, { values: [], flags: [], words: 0 });
      const { render } = await import('../lib/commands/render.ts');
      process.stdout.write(`${(await render()).join('\n')}\n`);
      return 0;
    },
  },
  check: {
    usage: 'PATH… [--format text|json|sarif] [--family publish,live,posture] [--kind TYPE] | --explain RULE',
    purpose:
      'holds flows against the rules of docs/rules.md; exit code 0: nothing found, 1: findings, 2: no such path',
    run: async (args) =>
      (await import('../local/commands/check.ts')).check(
        args,
        async () => (await import('../lib/function-results.ts')).functionResults,
      ),
  },
  coverage: {
    usage: '[PATH…] [--of FOLDER] [--except FILE] [--format text|json] [--min PERCENT]',
    purpose:
      'which transitions of the flows calls have taken, in the running centre or in files; exit code 1: below --min',
    run: async (args) => (await import('../local/commands/coverage.ts')).coverage(args),
  },
  'test-cases': {
    usage:
      'PATH… [--format text|json|junit] [--at MOMENT] [--coverage FILE] [--records FOLDER] [--remote [--target STACK]]',
    purpose:
      "runs test cases in Amazon's Testing language; --remote on the deployed instance too; exit code 0: all pass, 1: one fails, 2: there are none",
    run: async (args) => (await import('../local/commands/test-cases.ts')).testCases(args, surroundings),
  },
  simulate: {
    usage:
      '[--calls N] [--seed S] [--scenario FILE] [--faults low|storm|NAME,…] [--functions modelled|real] [--report DIR] [--coverage FILE] [--format text|json]',
    purpose:
      'simulates a day of calls through the flows: service level, waits, staffing, cost; exit code 1: a law was broken',
    run: async (args) => (await import('../local/commands/simulate.ts')).simulateCommand(args, surroundings),
  },
  docs: {
    usage: '',
    purpose:
      'writes docs/rules.md, docs/flow.schema.json, docs/openapi.json, docs/field-masks.md, docs/demo-world.md and docs/simulation-example.txt, and docs/fidelity.md where ../shared/flows is there',
    async run(args) {
      const { openApi, openApiFile } = await import('../lib/openapi.ts');
      const { fieldMasks, fieldMasksFile } = await import('../lib/field-masks.ts');
      const { demoWorldFile, renderDemoWorld } = await import('../lib/demo-world/render.ts');
      const { exampleDay, exampleDayFile } = await import('../local/commands/example-day.ts');
      const pages = [
        [openApiFile, openApi()],
        [fieldMasksFile, fieldMasks()],
        [demoWorldFile, renderDemoWorld()],
        [exampleDayFile, await exampleDay(surroundings)],
      ] as const;
      return (await import('../local/commands/docs.ts')).docs(args, new Map(pages));
    },
  },
  print: {
    usage: 'FILE',
    purpose:
      'writes a flow to standard output exactly as it was read; what is wrong with it to standard error',
    run: async (args) => (await import('../local/commands/print.ts')).print(args),
  },
  diff: {
    usage: 'A B',
    purpose:
      'says what changed for callers between two flows or folders of them; exit code 1: something, 0: nothing',
    run: async (args) => (await import('../local/commands/diff.ts')).diff(args),
  },
  import: {
    usage: 'FLOW.json… [--names MAP.json] [--out FOLDER]',
    purpose:
      'writes exported flows as TypeScript of typed steps, into contact-flows/imported; the map gives ARNs names',
    run: async (args) => (await import('../local/commands/import.ts')).importFlows(args),
  },
  export: {
    usage: 'FLOW.ts|FLOW.json… [--names MAP.json] [--out FOLDER]',
    purpose: "writes flows as JSON for the console's import; older exports become today's language",
    run: async (args) => (await import('../local/commands/export.ts')).exportFlows(args),
  },
  pictures: {
    usage: '',
    purpose: 'takes docs/pictures/telephone.png from a running telephone, with the Chromium of this machine',
    run: async (args) => (await import('../local/commands/pictures.ts')).pictures(args, surroundings),
  },
};
