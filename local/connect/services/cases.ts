/** Cases of the instance as flows open, change and find them (devguide/createcase, getcase, updatecase). */
import type { ServiceAnswer } from '../../../engine/blocks/service.ts';
import type { JsonObject } from '../../../engine/language/json.ts';
import { uuidFrom } from '../../assembly/physical-name.ts';
import { answered, fieldsIn, invalid, refused, textOf, textsIn, unknown } from './answers.ts';
import type { CaseRecord, CasesDomain, ServiceState } from './service-state.ts';

/** Fields that every domain has (adminguide/case-fields). */
const SYSTEM_FIELDS: ReadonlySet<string> = new Set([
  'assigned_queue',
  'assigned_user',
  'case_id',
  'case_reason',
  'created_datetime',
  'customer_id',
  'last_closed_datetime',
  'last_reopened_datetime',
  'last_updated_datetime',
  'reference_number',
  'status',
  'summary',
  'title',
]);
/** Without them no case is opened (cases API_CreateCase). */
const NEEDED = ['customer_id', 'title'];

/** Rules of templates and layouts are not applied, and a contact can always be linked. */
export function askCases(
  { cases }: ServiceState,
  operation: string,
  input: JsonObject,
  nowMs: number,
): ServiceAnswer {
  if (cases === undefined) return unknown('a domain of cases');
  const fields = fieldsIn(input['fields']);
  const strange = [...fields.keys()].find((name) => !SYSTEM_FIELDS.has(name) && !cases.fieldIds.has(name));
  if (strange !== undefined) return unknown(`field '${strange}'`);
  switch (operation) {
    case 'CreateCase':
      return create(cases, input, fields, nowMs);
    case 'UpdateCase':
      return update(cases, input, fields, nowMs);
    default:
      return find(cases, input, fields);
  }
}

type Fields = ReadonlyMap<string, string>;

function create(domain: CasesDomain, input: JsonObject, fields: Fields, nowMs: number): ServiceAnswer {
  const templateId = textOf(input['templateId']).split('/').at(-1) ?? '';
  if (!domain.templateIds.has(templateId)) return unknown(`template '${templateId}'`);
  const missing = NEEDED.find((name) => (fields.get(name) ?? '') === '');
  if (missing !== undefined) return invalid(`field '${missing}' has no value`);
  const count = domain.cases.length + 1;
  const id = uuidFrom(`${domain.id}/case/${count}`);
  const record: CaseRecord = { id, templateId, fields: new Map(), contactIds: [], updated: [nowMs, count] };
  domain.cases.push(record);
  set(record, 'case_id', id);
  set(record, 'reference_number', String(count));
  set(record, 'created_datetime', new Date(nowMs).toISOString());
  set(record, 'status', 'open');
  change(domain, record, fields, nowMs);
  link(record, input);
  return answered({ case_id: id });
}

function update(domain: CasesDomain, input: JsonObject, fields: Fields, nowMs: number): ServiceAnswer {
  const id = textOf(input['caseId']);
  const record = domain.cases.find((one) => one.id === id);
  if (record === undefined) return unknown(`case '${id}'`);
  change(domain, record, fields, nowMs);
  link(record, input);
  return answered({ case_id: id });
}

function find(domain: CasesDomain, input: JsonObject, fields: Fields): ServiceAnswer {
  const found = domain.cases
    .filter((record) => [...fields].every(([name, value]) => record.fields.get(name) === value))
    .toSorted((a, b) => b.updated[0] - a.updated[0] || b.updated[1] - a.updated[1]);
  const [latest] = found;
  if (latest === undefined) return refused('none-found', 'no case has these values');
  if (found.length > 1 && input['latest'] !== true)
    return refused('multiple-found', `${found.length} cases have these values`);
  link(latest, input);
  const read = ['case_id', ...textsIn(input['read'])].flatMap((name) => {
    const value = latest.fields.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  return answered(Object.fromEntries(read));
}

const set = (record: CaseRecord, name: string, value: string): void => void record.fields.set(name, value);

function change(domain: CasesDomain, record: CaseRecord, fields: Fields, nowMs: number): void {
  for (const [name, value] of fields) set(record, name, value);
  set(record, 'last_updated_datetime', new Date(nowMs).toISOString());
  const count = Math.max(0, ...domain.cases.map(({ updated }) => updated[1])) + 1;
  record.updated = [nowMs, count];
}

function link(record: CaseRecord, input: JsonObject): void {
  const contactId = textOf(input['linkContactId']);
  if (contactId !== '' && !record.contactIds.includes(contactId)) record.contactIds.push(contactId);
}
