/** What `npm start` prints once calls can be taken. */
import type { CloudDescription } from '../cloud-description.ts';
import { scheduleText } from '../web/next-run.ts';
import { shownNumber } from '../web/telephone-number.ts';

const LABEL_WIDTH = 14;

/**
 * @param url where the pages are; it comes first
 * @param keptIn where tables and secrets are kept
 */
export function welcome(url: string, keptIn: string, stack: CloudDescription): string {
  const table = stack.tables[0] ?? 'NAME';
  const aws = `aws --region ${stack.region} --endpoint-url ${stack.endpointUrl}`;
  const apiClient = stack.outputs['ApiClient'];
  const passive = Object.entries(stack.passive).map(
    ([type, count]) => `${count} ${type.replace('AWS::', '')}`,
  );
  const lines: [string, string][] = [
    ['Telephone', `${url}/phone`],
    ['', `dial ${stack.numbers.map(shownNumber).join(' or ')}, or: npm run -s callwright -- dial`],
    ['Agents', `${url}/agent`],
    [
      '',
      stack.agents.length === 0
        ? 'none: demoAgents is off in cdk.json'
        : `${stack.agents.map(({ username }) => username).join(', ')}; the page fills in their passwords, which are kept in ${keptIn}`,
    ],
    ...stack.agents.flatMap(({ username, passwordIn }): [string, string][] =>
      passwordIn === undefined ? [] : [['', `${username}: secret ${passwordIn}`]],
    ),
    ['API', `${url}/api: docs/openapi.json, with the header authorization: Bearer TOKEN`],
    ...(apiClient === undefined
      ? []
      : [['', `TOKEN: ${aws} cognito-idp initiate-auth ${signInOf(apiClient)}`] satisfies [string, string]]),
    ['Records', 'npm run -s callwright -- records --follow: a line for each contact that is over'],
    ['Demo world', 'docs/demo-world.md: who may call, PINs, orders'],
    ['AWS endpoint', stack.endpointUrl],
    ['', `AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local ${aws} dynamodb scan --table-name ${table}`],
    ...stack.schedules.map(({ name, ...schedule }, index): [string, string] => [
      index === 0 ? 'Schedules' : '',
      `${name}: ${scheduleText(schedule, Date.now())}`,
    ]),
    ['Passive', `${passive.join(', ') || 'none'} (name and attributes only)`],
    ...stack.notes.map((note): [string, string] => ['Note', note]),
  ];
  const body = lines.map(([label, text]) => `  ${label.padEnd(LABEL_WIDTH)}${text}`);
  return `Callwright takes calls at ${url}\n\n${body.join('\n')}\n\nCtrl-C stops it.\n`;
}

/** Cognito's sign-in needs no AWS credentials. */
const signInOf = (client: string): string =>
  `--no-sign-request --client-id ${client} --auth-flow USER_PASSWORD_AUTH --auth-parameters USERNAME=NAME,PASSWORD=WORD --query AuthenticationResult.IdToken --output text`;
