/** Customer profiles of the instance as flows find and write them (devguide/interactions-getcustomerprofile and its neighbours). */
import type { ServiceAnswer } from '../../../engine/blocks/service.ts';
import type { JsonObject } from '../../../engine/language/json.ts';
import { uuidFrom } from '../../assembly/physical-name.ts';
import { answered, fieldsIn, objectsIn, refused, textOf, textsIn, unknown } from './answers.ts';
import type { ProfilesDomain, ServiceState } from './service-state.ts';

/** Fields that a search key looks into (customerprofiles, standard profile definition). */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  _account: ['AccountNumber'],
  _email: ['EmailAddress', 'PersonalEmailAddress', 'BusinessEmailAddress'],
  _phone: ['PhoneNumber', 'MobilePhoneNumber', 'HomePhoneNumber', 'BusinessPhoneNumber'],
  _profileId: ['ProfileId'],
};

/** There are only profiles that flows have made: nothing is ingested, so no profile has objects or calculated values. */
export function askProfiles(
  { profiles: domain }: ServiceState,
  operation: string,
  input: JsonObject,
): ServiceAnswer {
  if (domain === undefined) return unknown('a domain of customer profiles');
  const read = textsIn(input['fields']);
  if (operation === 'CreateCustomerProfile') {
    const id = uuidFrom(`${domain.arn}/profile/${domain.profiles.size + 1}`).replaceAll('-', '');
    const own = [
      ['ProfileId', id],
      ['ProfileARN', `${domain.arn}/profiles/${id}`],
    ] as const;
    domain.profiles.set(id, new Map([...fieldsIn(input['profile']), ...own]));
    return shown(domain, id, read);
  }
  if (operation === 'GetCustomerProfile') return find(domain, input, read);
  const id = textOf(input['ProfileId']);
  const profile = domain.profiles.get(id);
  if (profile === undefined) {
    return operation.startsWith('Get')
      ? refused('none-found', `there is no profile '${id}'`)
      : unknown(`profile '${id}'`);
  }
  switch (operation) {
    case 'UpdateCustomerProfile':
      for (const [name, value] of fieldsIn(input['profile'])) profile.set(name, value);
      return shown(domain, id, read);
    case 'AssociateContactToCustomerProfile':
      domain.contacts.set(id, [...(domain.contacts.get(id) ?? []), textOf(input['ContactId'])]);
      return answered({});
    default:
      return refused('none-found', `profile '${id}' has nothing of this kind`);
  }
}

function find(domain: ProfilesDomain, input: JsonObject, read: readonly string[]): ServiceAnswer {
  const criteria = objectsIn(input['criteria']).map((one) => ({
    fields: KEYS[textOf(one['name'])] ?? [textOf(one['name'])],
    value: textOf(one['value']),
  }));
  const found = [...domain.profiles].filter(([, profile]) => {
    const met = criteria.map(({ fields, value }) => fields.some((field) => profile.get(field) === value));
    return input['operator'] === 'OR' ? met.includes(true) : !met.includes(false);
  });
  const [first] = found;
  if (first === undefined) return refused('none-found', 'no profile has these values');
  if (found.length > 1) return refused('multiple-found', `${found.length} profiles have these values`);
  return shown(domain, first[0], read);
}

/** The fields that were asked for, and always who it is. */
function shown(domain: ProfilesDomain, id: string, read: readonly string[]): ServiceAnswer {
  const profile = domain.profiles.get(id);
  const values = ['ProfileId', 'ProfileARN', ...read].flatMap((name) => {
    const value = profile?.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  return answered(Object.fromEntries(values));
}
