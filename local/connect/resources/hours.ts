/** AWS::Connect::HoursOfOperation: when callers reach people, by the hours' own time zone, holidays included. */
import * as z from 'zod';
import type { HoursOverride, OpenPeriod } from '../../../engine/contact/instance.ts';
import type { Provisioner } from '../../assembly/provisioner.ts';
import type { ConnectState } from '../state.ts';
import { identify, keep, ownerOf } from './owner.ts';
import { instanceReference, oneOf, readProperties, tagMap, tags, text, whole } from './properties.ts';
import { refuseProperty } from './refused.ts';

const DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const;

const knowsTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

const isDate = (day: string): boolean => {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(day);
};

const timeOfDay = z.strictObject({ Hours: whole(0, 23), Minutes: whole(0, 59) });
const period = z.strictObject({ Day: oneOf(...DAYS), StartTime: timeOfDay, EndTime: timeOfDay });
const date = z
  .string('it must be a date as YYYY-MM-DD')
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'it must be a date as YYYY-MM-DD')
  .refine(isDate, 'there is no such day');

const override = z.strictObject({
  OverrideName: text(127),
  OverrideDescription: z.optional(text(250)),
  EffectiveFrom: date,
  EffectiveTill: date,
  OverrideConfig: z.array(period, 'it must be a list of days with times; an empty one means closed').max(100),
  OverrideType: z.optional(oneOf('STANDARD', 'OPEN', 'CLOSED')),
  HoursOfOperationOverrideId: z.optional(text(36)),
});

const schema = z.strictObject({
  InstanceArn: instanceReference(),
  Name: text(127),
  Description: z.optional(text(250)),
  TimeZone: z
    .string('it must be an IANA time zone')
    .refine(knowsTimeZone, 'it must be an IANA time zone, e.g. Europe/London'),
  Config: z
    .array(period, 'it must be a list of days with times')
    .max(100, 'it must have at most 100 periods'),
  // 50 overrides per hours of operation (adminguide/set-hours-operation).
  HoursOfOperationOverrides: z.optional(z.array(override).max(50, 'it must have at most 50 overrides')),
  Tags: tags(),
});

const minutes = (time: z.output<typeof timeOfDay>): number => time.Hours * 60 + time.Minutes;

const openPeriod = (given: z.output<typeof period>): OpenPeriod => ({
  day: given.Day,
  startMinute: minutes(given.StartTime),
  endMinute: minutes(given.EndTime),
});

export const hoursProvisioner = (state: ConnectState): Provisioner => ({
  type: 'AWS::Connect::HoursOfOperation',
  create(request) {
    const properties = readProperties(schema, request);
    const owner = ownerOf(state, request, 'InstanceArn', properties.InstanceArn);
    const overrides = (properties.HoursOfOperationOverrides ?? []).map((given, index): HoursOverride => {
      const at = ['HoursOfOperationOverrides', index];
      if (given.EffectiveTill < given.EffectiveFrom) {
        const must = `it must not be before EffectiveFrom, ${given.EffectiveFrom}`;
        throw refuseProperty(request, [...at, 'EffectiveTill'], given.EffectiveTill, must);
      }
      // What OPEN and CLOSED do to the rest of the day is not published; a whole day closed needs neither.
      const type = given.OverrideType ?? 'STANDARD';
      if (type === 'OPEN' || (type === 'CLOSED' && given.OverrideConfig.length > 0)) {
        const must = 'the local centre plays STANDARD overrides, and CLOSED ones without times';
        throw refuseProperty(request, [...at, 'OverrideType'], type, must);
      }
      return {
        name: given.OverrideName,
        from: given.EffectiveFrom,
        till: given.EffectiveTill,
        week: given.OverrideConfig.map(openPeriod),
      };
    });
    const identity = identify(owner, request, 'hours');
    keep(state.hours, request, {
      ...identity,
      name: properties.Name,
      ...(properties.Description === undefined ? {} : { description: properties.Description }),
      tags: tagMap(properties.Tags),
      timeZone: properties.TimeZone,
      week: properties.Config.map(openPeriod),
      overrides,
    });
    return { physicalId: identity.arn, attributes: { HoursOfOperationArn: identity.arn } };
  },
});
