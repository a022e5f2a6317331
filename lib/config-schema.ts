/** The shape of the key `callwright` in cdk.json: every setting, what it accepts, and nothing else. */
import * as z from 'zod';
import { LANGUAGES, type Language } from '../contact-flows/languages.ts';
import { openCase, writtenTimeZone } from '../lambdas/open-case/contract.ts';
import { departments } from '../lambdas/serve-cases/contract.ts';
import { serveContacts } from '../lambdas/serve-contacts/contract.ts';
import { connectRegions } from './regions.ts';

/** CloudWatch Logs keeps events only for these numbers of days (API_PutRetentionPolicy). */
const logRetentionDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/** Canonical form turns withdrawn codes such as UK into today's; `fallback: none` knows no invented ones. */
function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`) return false;
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined;
}

function describedText(accepts: string, isValid: (text: string) => boolean) {
  return z.string().refine(isValid).describe(accepts);
}

function wholeNumber(minimum: number, maximum: number) {
  const accepts = `a whole number from ${minimum} to ${maximum.toLocaleString('en-US')}`;
  return z.int().min(minimum).max(maximum).describe(accepts);
}

/** As Connect counts proficiencies (API_UserProficiency). */
const level = wholeNumber(1, 5).optional();
/** One level for each language; a language that is left out somebody does not speak. */
const spokenLanguages = z.strictObject({
  en: level,
  el: level,
  hu: level,
  ro: level,
} satisfies Record<Language, typeof level>);

const person = z.strictObject({
  username: describedText('1 to 64 lower-case letters, digits, dots or hyphens, a letter first', (text) =>
    /^[a-z][a-z0-9.-]{0,63}$/.test(text),
  ),
  firstName: describedText('a text of 1 to 255 characters', (text) => text.length > 0 && text.length <= 255),
  lastName: describedText('a text of 1 to 255 characters', (text) => text.length > 0 && text.length <= 255),
  /** From 3 on somebody serves callers in a language (docs/routing.md). */
  languages: spokenLanguages.optional().describe('an object of languages and levels from 1 to 5'),
  supervises: z.boolean().optional().describe('true or false'),
  departments: z
    .array(z.enum(departments).describe(`one of ${departments.join(', ')}`))
    .max(departments.length)
    .refine((names) => new Set(names).size === names.length)
    .optional()
    .describe('a list of departments, each once'),
});

/** Hours are in the shape in which functions get them; an environment may have other hours on the same holidays. */
const hours = openCase.environment.OPENING_HOURS.shape;

const language = z.enum(LANGUAGES).describe(`one of ${LANGUAGES.join(', ')}`);
const distinct = (languages: readonly string[]): boolean => new Set(languages).size === languages.length;

const fieldId = describedText('a field id of 1 to 100 letters, digits, hyphens or underscores', (text) =>
  /^[\w-]{1,100}$/.test(text),
);
const casesId = describedText('an id of 1 to 100 letters, digits, hyphens or underscores', (text) =>
  /^[\w-]{1,100}$/.test(text),
);

/** Absent where cases are not mirrored into Amazon Connect Cases. */
const connectCases = z
  .strictObject({
    domainId: casesId,
    templateId: casesId,
    customerProfileArn: describedText('the ARN of a profile of Customer Profiles', (text) =>
      /^arn:aws[a-z-]*:profile:[a-z0-9-]+:\d{12}:domains\/[\w-]{1,64}\/profiles\/[\w-]{1,64}$/.test(text),
    ),
    fields: z.strictObject({
      caseNumber: fieldId.optional(),
      state: fieldId.optional(),
      severity: fieldId.optional(),
      dueAt: fieldId.optional(),
    }),
  })
  .optional()
  .describe('an object with the keys domainId, templateId, customerProfileArn, fields');

/** A queue in which callers wait. */
const teamQueue = z.strictObject({
  capacity: wholeNumber(1, 10_000),
  /** Who waits longer, three minutes after another, wakes somebody up. */
  answerWithinSeconds: wholeNumber(10, 3600),
});

const shared = {
  company: describedText(
    'a text of 1 to 100 characters',
    (text) => text.trim().length > 0 && text.length <= 100,
  ),
  phoneNumber: z.strictObject({
    country: describedText('an ISO 3166 country code of two capital letters such as US, GB or DE', isCountry),
    type: z.enum(['DID', 'TOLL_FREE']).describe('one of DID, TOLL_FREE'),
  }),
  languages: z.strictObject({
    spoken: z
      .array(language)
      .min(1)
      .refine(distinct)
      .describe('a list of languages, each once, the first for callers who have chosen none'),
    locally: z.array(language).refine(distinct).describe('a list of languages, each once'),
    /** What agents speak who are not in this file. */
    answered: z.array(language).refine(distinct).optional().describe('a list of languages, each once'),
    speaker: z
      .array(
        describedText('a text of 1 to 1,000 characters', (text) => text.length > 0 && text.length <= 1_000),
      )
      .min(1)
      .max(50)
      .optional()
      .describe('a program and its arguments'),
  }),
  openingHours: z.strictObject({ timeZone: writtenTimeZone, days: hours.days }),
  escalationHours: z.strictObject({ timeZone: writtenTimeZone, days: hours.days }),
  holidays: hours.holidays,
  salesTax: z.strictObject({ basisPoints: wholeNumber(0, 10_000) }),
  returns: z.strictObject({ windowDays: wholeNumber(0, 365), parcelDays: wholeNumber(1, 365) }),
  appointments: z.strictObject({
    timeZone: writtenTimeZone,
    days: hours.days,
    minutes: wholeNumber(5, 480),
    places: wholeNumber(1, 50),
    noticeMinutes: wholeNumber(0, 10_080),
    daysAhead: wholeNumber(0, 90),
  }),
  troubles: z.strictObject({ alertFrom: wholeNumber(1, 10_000), newAlertFrom: wholeNumber(1, 10_000) }),
  queues: z.strictObject({
    support: teamQueue,
    orders: teamQueue,
    escalations: teamQueue,
    /** Each of shipping, technical, quality and billing. */
    departments: z.strictObject({ capacity: wholeNumber(1, 10_000) }),
  }),
  messages: z.strictObject({
    sms: z.boolean().describe('true or false'),
    email: z.union([z.literal('off'), z.email()]).describe('off, or the address that e-mails come from'),
  }),
  payments: z.strictObject({
    provider: z.enum(['none', 'stripe']).describe('one of none, stripe'),
    moto: z.boolean().describe('true or false'),
    certificates: z
      .array(describedText('the path of a file', (text) => text.length > 0))
      .min(1)
      .max(2)
      .optional()
      .describe('a list of one or two files, the one in use first'),
    secretArn: describedText('the ARN of a secret of Secrets Manager', (text) =>
      /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[A-Za-z0-9/_+=.@-]+$/.test(text),
    ).optional(),
  }),
  survey: z.boolean().describe('true or false'),
  alarms: z.strictObject({
    on: z.boolean().describe('true or false'),
    email: z.union([z.literal('off'), z.email()]).describe('off, or the address of who is woken'),
  }),
  agents: z.array(person).max(500).describe('a list of at most 500 agents'),
  demoAgents: z.boolean().describe('true or false'),
  desktop: z.strictObject({
    origins: z
      .array(
        describedText('an address such as https://desk.example.com', (text) =>
          /^https:\/\/[a-z0-9.-]+(?::\d{1,5})?$/.test(text),
        ),
      )
      .max(20)
      .describe('a list of at most 20 addresses'),
    requestsPerSecond: wholeNumber(1, 5_000),
    minutesAfterContact: wholeNumber(0, 1_440),
    dispositions: serveContacts.environment.DISPOSITIONS,
    issuer: z
      .strictObject({
        url: describedText('an address such as https://login.example.com/company', (text) =>
          /^https:\/\/[^\s?#]+[^\s?#/]$/.test(text),
        ),
        audience: describedText(
          'a text of 1 to 255 characters',
          (text) => text.length > 0 && text.length <= 255,
        ),
        claims: serveContacts.environment.AGENT_CLAIMS,
      })
      .optional()
      .describe('an object with the keys url, audience, claims'),
  }),
  connectCases,
  retentionDays: z.strictObject({
    logs: z
      .union(logRetentionDays.map((days) => z.literal(days)))
      .describe(`one of ${logRetentionDays.join(', ')}`),
    recordings: wholeNumber(1, 3_653),
    accessLogs: wholeNumber(1, 3_653),
    contacts: wholeNumber(1, 3_653),
  }),
  reservedConcurrency: z
    .record(z.string(), wholeNumber(1, 1_000))
    .describe('an object of function names and whole numbers'),
};

const environment = z.strictObject({
  disposable: z.boolean().optional().describe('true or false'),
  account: describedText('the 12 digits of an AWS account', (text) => /^\d{12}$/.test(text)).optional(),
  region: z
    .enum(connectRegions)
    .optional()
    .describe(`one of ${connectRegions.join(', ')}`),
  alias: describedText(
    '1 to 45 lower-case letters, digits and hyphens, not starting with d- and not ending with a hyphen',
    (text) => /^(?!d-)[a-z0-9](?:[a-z0-9-]{0,43}[a-z0-9])?$/.test(text),
  ).optional(),
  company: shared.company.optional(),
  phoneNumber: shared.phoneNumber.optional(),
  languages: shared.languages.optional(),
  openingHours: shared.openingHours.optional(),
  escalationHours: shared.escalationHours.optional(),
  holidays: z.optional(shared.holidays),
  salesTax: shared.salesTax.optional(),
  returns: shared.returns.optional(),
  appointments: shared.appointments.optional(),
  troubles: shared.troubles.optional(),
  queues: shared.queues.optional(),
  messages: shared.messages.optional(),
  payments: shared.payments.optional(),
  survey: shared.survey.optional(),
  alarms: shared.alarms.optional(),
  agents: shared.agents.optional(),
  demoAgents: shared.demoAgents.optional(),
  desktop: shared.desktop.optional(),
  connectCases,
  retentionDays: shared.retentionDays.optional(),
  reservedConcurrency: shared.reservedConcurrency.optional(),
});

/** Everything under `callwright` in cdk.json. A setting inside an environment replaces the shared one as a whole. */
export const configurationSchema = z.strictObject({
  ...shared,
  environments: z
    .record(z.string().regex(/^[a-z](?:[a-z0-9-]{0,18}[a-z0-9])?$/), environment)
    .describe('an object whose names are 1 to 20 lower-case letters, digits or hyphens, a letter first'),
});

export type ConfigurationFile = z.infer<typeof configurationSchema>;
