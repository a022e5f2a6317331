/** Reads the file of a scenario; whatever is wrong with it is told with its place and a code. */
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { TASK_DELAY_SECONDS_MAX } from '../../engine/limits.ts';
import { FAULT_NAMES } from '../../engine/simulation/fault-catalogue.ts';
import type { Scenario } from '../../engine/simulation/scenario.ts';
import { readText } from '../commands/flow-files.ts';
import { nearest } from '../commands/nearest.ts';

const probability = z.number().min(0).max(1);
const weight = z.number().min(0).max(1_000_000_000);
const isAny = (weights: readonly number[]): boolean => weights.some((one) => one > 0);
const NO_WEIGHT = 'no weight is above 0';
const seconds = z.number().min(0).max(86_400);
const more = z.number().positive().max(86_400);
const logNormal = z.strictObject({ meanSeconds: seconds, deviationSeconds: seconds });
const name = z.string().min(1).max(100);
const keyTexts = z
  .string()
  .max(60)
  .regex(/^(?:[0-9*#]|\{pin\})*$/, 'keys are 0 to 9, * and #, or {pin}');
const weighed = z.record(keyTexts, weight).refine((weights) => isAny(Object.values(weights)), NO_WEIGHT);
const keys = z.union([keyTexts, z.array(keyTexts).min(1), weighed]);
const question = z.string().regex(/^[^/]+\/[^/]+$/, 'a question is named flow/step');

const shift = z
  .strictObject({
    name,
    routingProfile: name,
    agents: z.int().min(0).max(10_000),
    proficiencies: z
      .array(z.strictObject({ name, value: name, level: z.int().min(1).max(5) }))
      .max(10)
      .exactOptional(),
    fromHour: z.number().min(0).max(48),
    untilHour: z.number().min(0).max(72),
  })
  .refine(({ fromHour, untilHour }) => untilHour > fromHour, {
    path: ['untilHour'],
    error: 'a shift ends after it begins',
  });

const outcome = z.strictObject({
  outcome: name,
  weight,
  to: z.enum(['shown', 'withheld']).exactOptional(),
  fields: z.record(z.string(), z.string()),
});

const functionModel = z.strictObject({
  latency: logNormal,
  outcomes: z
    .array(outcome)
    .min(1)
    .refine((all) => isAny(all.map((one) => one.weight)), NO_WEIGHT),
  tables: z.record(name, z.strictObject({ reads: z.int().min(0), writes: z.int().min(0) })),
});

const level = z.strictObject({ share: probability, withinSeconds: more });
const profile = z.array(weight).min(1).max(48).refine(isAny, 'in one hour at least somebody has to come');
const arriving = {
  count: z.int().min(1).max(1_000_000),
  profile: profile.exactOptional(),
  flow: name,
  attributes: z.record(name, z.string().max(1_000)).exactOptional(),
  serviceLevel: level.exactOptional(),
  handle: logNormal,
  afterContactWork: logNormal,
};
const said = z.string().min(1).max(1_024);
const chats = z.strictObject({
  ...arriving,
  patienceSeconds: more.exactOptional(),
  customerWritesEverySeconds: more,
  agentWritesEverySeconds: more,
  customerEnds: probability,
  slowerByEachOther: z.number().min(0).max(10).exactOptional(),
  says: z.record(question, z.union([said, z.array(said).min(1)])).exactOptional(),
});
/** A task begins six days ahead at most, and pauses no longer on average. */
const daysAhead = z.number().positive().max(TASK_DELAY_SECONDS_MAX);
const tasks = z.strictObject({
  ...arriving,
  later: z.strictObject({ chance: probability, meanSeconds: daysAhead }).exactOptional(),
  pauses: z
    .strictObject({ inQueue: probability, atAgent: probability, meanSeconds: daysAhead })
    .exactOptional(),
});
const channel = z.enum(['VOICE', 'CHAT', 'TASK']);
const routingProfile = z.strictObject({
  concurrency: z.partialRecord(channel, z.int().min(0).max(10)).exactOptional(),
  queues: z
    .array(
      z.strictObject({
        queue: name,
        channel,
        priority: z.int().min(1).max(99),
        delaySeconds: z.int().min(0).max(9_999),
      }),
    )
    .exactOptional(),
  crossChannel: z.array(channel).exactOptional(),
});

const faults = z.union([z.enum(['none', 'low', 'storm']), z.array(z.enum(FAULT_NAMES)).min(1)], {
  error: 'faults are none, low, storm or a list of names of the catalogue (docs/simulation.md)',
});

const scenarioSchema = z.strictObject({
  name,
  calls: z.int().min(1).max(1_000_000),
  startsAt: z.iso.datetime({ offset: true }),
  profile: z.array(weight).min(1).max(48).refine(isAny, 'in one hour at least somebody has to call'),
  serviceLevel: level,
  chats: chats.exactOptional(),
  tasks: tasks.exactOptional(),
  routingProfiles: z.record(name, routingProfile).exactOptional(),
  callers: z.strictObject({
    intents: z
      .array(
        z.strictObject({
          name,
          weight,
          keys: z.record(question, keys),
          wantsCallBack: z.boolean().exactOptional(),
        }),
      )
      .min(1)
      .refine((all) => isAny(all.map((one) => one.weight)), NO_WEIGHT),
    thinkSeconds: seconds,
    pressesEarly: probability,
    wrongKey: probability,
    noKey: probability,
    hangsUp: probability,
    withheld: probability,
    patienceSeconds: more.exactOptional(),
    answersCallback: probability,
    returns: z.strictObject({ chance: probability, afterSeconds: seconds, timesMax: z.int().min(0).max(20) }),
  }),
  agents: z.strictObject({
    acceptSeconds: z
      .strictObject({ min: seconds, max: seconds })
      .refine(({ min, max }) => max >= min, { path: ['max'], error: 'max is not below min' }),
    talk: z.union([logNormal, z.strictObject({ kind: z.literal('exponential'), meanSeconds: more })]),
    afterContactWork: logNormal,
    misses: probability,
    declines: probability,
    callerEnds: probability,
    holds: z.strictObject({ chance: probability, meanSeconds: more }).exactOptional(),
    transfers: z
      .strictObject({
        chance: probability,
        consults: probability,
        meanSeconds: more,
        conferences: probability.exactOptional(),
      })
      .exactOptional(),
  }),
  shifts: z
    .array(shift)
    .refine(
      (shifts) => new Set(shifts.map((one) => one.name)).size === shifts.length,
      'two shifts have the same name, by which agents are told apart',
    ),
  queues: z.record(name, z.strictObject({ maxContacts: z.int().min(1).max(100_000) })),
  functions: z.record(name, functionModel),
  faults,
});

/** A scenario that cannot be used, in one sentence that begins with a code. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
}

/**
 * A file that has a `base` is the scenario of that file (from the folder of its own), with other members.
 * @throws ScenarioError naming the file, and each place in it that is wrong
 */
export function readScenario(file: string): Scenario {
  const json = jsonOf(textOf(file), file);
  const { data: changes } = z.looseObject({ base: z.string() }).safeParse(json);
  if (changes === undefined) return scenarioOf(json, file);
  const { base, ...members } = changes;
  const baseFile = join(dirname(file), base);
  const { data: whole } = z
    .looseObject({ base: z.never().exactOptional() })
    .safeParse(jsonOf(textOf(baseFile), baseFile));
  if (whole === undefined)
    throw new ScenarioError(
      `SC003 ${file}, base: ${baseFile} is no scenario of its own; name one without a base`,
    );
  return scenarioOf({ ...whole, ...members }, file);
}

function textOf(file: string): string {
  try {
    return readText(file);
  } catch (fault) {
    throw new ScenarioError(`SC001 ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

/** @param file for the sentences */
export const parseScenario = (text: string, file: string): Scenario => scenarioOf(jsonOf(text, file), file);

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (fault) {
    throw new ScenarioError(
      `SC002 ${file} is no JSON: ${fault instanceof Error ? fault.message : String(fault)}`,
    );
  }
}

function scenarioOf(json: unknown, file: string): Scenario {
  const { data, error } = scenarioSchema.safeParse(json);
  if (data === undefined)
    throw new ScenarioError(
      error.issues.map((issue) => `SC003 ${file}, ${placeOf(issue.path)}: ${inWords(issue)}`).join('\n'),
    );
  return data;
}

/** The faults of `--faults`: low, storm, none, or names. @throws ScenarioError */
export function readFaults(text: string): Scenario['faults'] {
  if (text === 'none' || text === 'low' || text === 'storm') return text;
  const names = text.split(',').map((one) => one.trim());
  for (const one of names)
    if (!FAULT_NAMES.some((known) => known === one)) {
      const meant = nearest(one, FAULT_NAMES);
      throw new ScenarioError(
        `SC004 --faults has '${one}', which is no fault: ${meant === undefined ? 'choose none, low, storm or names of docs/simulation.md' : `did you mean ${meant}?`}`,
      );
    }
  return names;
}

/** @see https://zod.dev/error-formatting, whose own words are those of a program */
function inWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `nothing is called ${issue.keys.join(', ')} there`;
  // What a JSON document does not have is undefined to the schema, and to nothing else.
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    return `it is missing (${issue.expected})`;
  return issue.message;
}

const placeOf = (path: readonly PropertyKey[]): string =>
  path.length === 0 ? 'the file itself' : path.map(String).join('.');
