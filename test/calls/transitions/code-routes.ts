/** Calls that between them take every way of being verified by a one-time code. */
import { keepCode } from '../../../lambdas/tables/one-time-codes.ts';
import { hashPin } from '../../../lambdas/tables/pin-hash.ts';
import type { Template } from '../../../local/assembly/template.ts';
import type { ContactCentre } from '../../kit/centre.ts';
import { answers, throttled } from '../../kit/faults.ts';
import { imani, stranger, WRONG_PIN } from '../../kit/people.ts';
import type { Route } from './routes.ts';

const CODE = '123456';
const wrong = '111111#';
const codes = (...keys: Route['answers']): Route => ({ person: stranger, answers: ['1', '1#', ...keys] });

/** The code of Imani's call is one that this file knows. */
async function isKnown(centre: ContactCentre): Promise<void> {
  // The one that is sent at once is sent.
  await centre.passes(1_000);
  const item = (await centre.items('CustomersTable')).find(
    ({ pk, sk }) => sk === 'CODE' && String(pk).startsWith('CUSTOMER#'),
  );
  await keepCode(
    centre.table('CustomersTable'),
    { customerId: String(item?.['pk']).slice('CUSTOMER#'.length), contactId: String(item?.['contactId']) },
    await hashPin(CODE, 4),
    centre.cloud.centre.nowMs(),
    new AbortController().signal,
  );
}

export const codeRoutes: readonly Route[] = [
  { ...codes({ keys: `${CODE}#`, first: isKnown }, '0#'), person: imani },
  codes('0#'),
  codes('', '0#'),
  codes('', wrong, '0#'),
  codes(wrong, wrong, wrong),
  codes(wrong, '', '0#'),
  codes('', '', '', '', '', '', ''),
  codes('#', '#', '0#'),
  codes(wrong, '#', '0#'),
  { person: stranger, answers: ['1', '', '1#', '0#'] },
  { person: stranger, answers: ['1', `${WRONG_PIN}#`, '1#', '0#'] },
  { ...codes(), fault: { name: 'send-code', planned: throttled } },
  { ...codes(), fault: { name: 'send-code', planned: () => answers('empty-result') } },
  { ...codes(wrong), fault: { name: 'check-code', planned: throttled } },
  { ...codes(wrong), fault: { name: 'check-code', planned: () => answers('empty-result') } },
];

/** In a centre that sends no text messages. */
export const withoutTextsRoute: Route = codes();

export function sendNoTexts(template: Template): void {
  for (const { Type, Properties } of Object.values(template.Resources)) {
    if (Type !== 'AWS::Lambda::Function') continue;
    const { Variables } = Object(Object(Properties)['Environment']);
    if (Object(Variables)['TEXT_MESSAGES'] !== undefined) Variables['TEXT_MESSAGES'] = 'false';
  }
}
