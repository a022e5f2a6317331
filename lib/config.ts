/** The configuration of one environment, read from the context key `callwright` of cdk.json. */
import type { AppointmentTerms } from '../lambdas/book-appointment/contract.ts';
import type { OpeningHours } from '../lambdas/open-case/contract.ts';
import { ConfigurationError } from './config-error.ts';
import { explain } from './config-message.ts';
import { type ConfigurationFile, configurationSchema } from './config-schema.ts';

/** Everything that the stack of one environment needs to know. */
export interface Configuration {
  /** The name after `-c environment=`; part of the names of the stack, the instance and the functions. */
  readonly environment: string;
  /** A disposable environment goes with its stack; every other one keeps data, numbers and recordings. */
  readonly disposable: boolean;
  /** Both absent: the account and Region of whoever deploys. */
  readonly account?: string;
  readonly region?: string;
  /** The instance's alias where the derived one, `callwright-<environment>-<account>`, will not do. */
  readonly alias?: string;
  readonly company: string;
  readonly phoneNumber: ConfigurationFile['phoneNumber'];
  /** What callers are spoken to in where the stack is deployed, and what `npm start` speaks besides. */
  readonly languages: ConfigurationFile['languages'];
  /** Hours and holidays together, in the shape in which functions get them. */
  readonly openingHours: OpeningHours;
  /** When the escalation team answers, on the same holidays. */
  readonly escalationHours: OpeningHours;
  /** The rate on every order, in hundredths of a percent. */
  readonly salesTax: ConfigurationFile['salesTax'];
  /** How long after the delivery goods may be sent back or exchanged. */
  readonly returns: ConfigurationFile['returns'];
  /** Which times can be booked, on the same holidays. */
  readonly appointments: AppointmentTerms;
  /** How many cases of one problem with one product in a week are told to quality. */
  readonly troubles: ConfigurationFile['troubles'];
  readonly queues: ConfigurationFile['queues'];
  /** The channels by which customers are told of what concerns them. */
  readonly messages: ConfigurationFile['messages'];
  /** Who takes payments by card; nobody where the provider is `none`. */
  readonly payments: ConfigurationFile['payments'];
  /** Whether callers are asked how their call was. */
  readonly survey: boolean;
  /** What wakes somebody up, and whom by e-mail. */
  readonly alarms: ConfigurationFile['alarms'];
  /** Demo agents; empty where they are switched off. */
  readonly agents: ConfigurationFile['agents'];
  /** The HTTP API: where desktops are served, how much they may ask, and how long after a contact. */
  readonly desktop: ConfigurationFile['desktop'];
  /** Which domain of Amazon Connect Cases has a mirror of every case; absent where none has. */
  readonly connectCases?: ConfigurationFile['connectCases'];
  readonly retentionDays: ConfigurationFile['retentionDays'];
  /** Function name → executions kept for it; functions that are not named share the account's. */
  readonly reservedConcurrency: Readonly<Record<string, number>>;
}

export const defaultEnvironment = 'dev';

/** Overrides of one hours of operation (adminguide "Identify dates where you need to override"; not adjustable). */
const holidaysMax = 50;

/** The first value that occurs twice. */
function firstRepeated(values: readonly string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) !== index);
}

/** What no single value shows: names that collide, and too many of a kind. */
function refuseContradictions(configuration: Configuration): void {
  const { agents, openingHours } = configuration;
  const usernames = agents.map((agent) => agent.username);
  const username = firstRepeated(usernames);
  // What a stack calls the password of an agent has letters and digits only.
  const alike = firstRepeated(usernames.map((name) => name.replaceAll(/[.-]/g, '')));
  if (username === undefined && alike !== undefined) {
    const both = usernames.filter((name) => name.replaceAll(/[.-]/g, '') === alike);
    throw new ConfigurationError(
      `cdk.json: callwright.agents has the usernames "${both.join('" and "')}"; they must differ in more than dots and hyphens.`,
    );
  }
  if (username !== undefined) {
    throw new ConfigurationError(
      `cdk.json: callwright.agents has the username "${username}" twice; each agent needs one of their own.`,
    );
  }
  const holiday = firstRepeated(openingHours.holidays.map(({ name }) => name));
  if (holiday !== undefined) {
    throw new ConfigurationError(
      `cdk.json: callwright.holidays has the name "${holiday}" twice; give each holiday a name of its own.`,
    );
  }
  if (openingHours.holidays.length > holidaysMax) {
    throw new ConfigurationError(
      `cdk.json: callwright.holidays has ${openingHours.holidays.length} holidays; Connect takes at most ${holidaysMax}.`,
    );
  }
}

/**
 * Validates the document and picks one environment.
 * @param document the value of the context key `callwright`, as cdk.json has it
 * @param environment the value of `-c environment=`; absent means `dev`
 * @throws ConfigurationError with one sentence that names the key, the value and what is accepted
 */
export function readConfiguration(document: unknown, environment: unknown): Configuration {
  if (document === undefined) {
    throw new ConfigurationError(
      'cdk.json has no context key "callwright"; run the app from the project\'s folder through "npm run synth", or restore the key.',
    );
  }
  const parsed = configurationSchema.safeParse(document);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigurationError(
      issue ? explain(issue, document, configurationSchema) : parsed.error.message,
    );
  }
  const { environments, ...shared } = parsed.data;
  const name = environment ?? defaultEnvironment;
  const chosen =
    typeof name === 'string' && Object.hasOwn(environments, name) ? environments[name] : undefined;
  if (typeof name !== 'string' || chosen === undefined) {
    throw new ConfigurationError(
      `environment ${JSON.stringify(name)} is not in cdk.json; ${choices(Object.keys(environments))}.`,
    );
  }
  const { disposable, account, region, alias, ...own } = chosen;
  const { demoAgents, agents, openingHours, escalationHours, appointments, holidays, ...settings } = {
    ...shared,
    ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)),
  };
  const configuration: Configuration = {
    ...settings,
    environment: name,
    disposable: disposable ?? false,
    agents: demoAgents ? agents : [],
    openingHours: { ...openingHours, holidays },
    escalationHours: { ...escalationHours, holidays },
    appointments: { ...appointments, holidays },
    ...(account === undefined ? {} : { account }),
    ...(region === undefined ? {} : { region }),
    ...(alias === undefined ? {} : { alias }),
  };
  refuseContradictions(configuration);
  return configuration;
}

const choices = (names: readonly string[]): string =>
  names.length === 0
    ? 'add one under callwright.environments'
    : `choose one of ${names.join(', ')} with -c environment=NAME`;
