/** AWS::Connect::PhoneNumber: a claimed number. It rings nowhere until the API associates a flow with it. */
import * as z from 'zod';
import { physicalUuid } from '../../assembly/physical-name.ts';
import type { Provisioner } from '../../assembly/provisioner.ts';
import { phoneNumberArn } from '../arns.ts';
import type { ConnectState } from '../state.ts';
import { fictionalNumber } from './fictional-numbers.ts';
import { keep, ownerOf } from './owner.ts';
import { instanceReference, oneOf, readProperties, tagMap, tags, text } from './properties.ts';
import { refuse, refuseProperty } from './refused.ts';

const schema = z.strictObject({
  TargetArn: instanceReference(),
  Type: z.optional(
    oneOf('TOLL_FREE', 'DID', 'UIFN', 'SHARED', 'THIRD_PARTY_DID', 'THIRD_PARTY_TF', 'SHORT_CODE'),
  ),
  CountryCode: z.optional(
    z
      .string('it must be a country of two capital letters')
      .regex(/^[A-Z]{2}$/, 'it must be a country of two capital letters'),
  ),
  Prefix: z.optional(
    z.string('it must be + and up to 15 digits').regex(/^\+[0-9]{1,15}$/, 'it must be + and up to 15 digits'),
  ),
  Description: z.optional(text(500)),
  Tags: tags(),
});

export const phoneNumberProvisioner = (state: ConnectState): Provisioner => ({
  type: 'AWS::Connect::PhoneNumber',
  create(request) {
    const properties = readProperties(schema, request);
    ownerOf(state, request, 'TargetArn', properties.TargetArn);
    const { Type: type, CountryCode: country, Prefix: prefix } = properties;
    if (country === undefined) throw refuseProperty(request, ['CountryCode'], country, 'it is required');
    if (type !== 'DID' && type !== 'TOLL_FREE') {
      throw refuseProperty(request, ['Type'], type, 'the local centre claims DID and TOLL_FREE numbers');
    }
    const taken = (number: string) => state.numbers.list().some((record) => record.number === number);
    const number = fictionalNumber(country, type, prefix, taken);
    if (number === undefined) {
      const wanted = prefix === undefined ? '' : ` beginning with ${prefix}`;
      throw refuse(request, `there is no free fictional ${type} number in ${country}${wanted}`);
    }
    const id = physicalUuid(request);
    const arn = phoneNumberArn(request.stack, id);
    keep(state.numbers, request, {
      id,
      arn,
      number,
      name: number,
      countryCode: country,
      type,
      ...(properties.Description === undefined ? {} : { description: properties.Description }),
      tags: tagMap(properties.Tags),
    });
    return { physicalId: arn, attributes: { PhoneNumberArn: arn, Address: number } };
  },
});
