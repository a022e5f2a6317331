/** When people answer: the week, and the holidays that replace it. */
import { CfnHoursOfOperation } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import type { Configuration } from '../config.ts';

/** Connect has no 24:00: midnight is 0:00, and an end at or before the start is on the next day. */
function timeSlice(text: string): { readonly hours: number; readonly minutes: number } {
  const [hours, minutes] = text.split(':');
  return { hours: Number(hours) % 24, minutes: Number(minutes) };
}

export interface OpeningHoursProps {
  readonly instanceArn: string;
  readonly name: string;
  readonly description: string;
  readonly openingHours: Configuration['openingHours'];
}

export class OpeningHours extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: OpeningHoursProps) {
    super(scope, id);
    const { timeZone, days, holidays } = props.openingHours;
    const hours = new CfnHoursOfOperation(this, 'Resource', {
      instanceArn: props.instanceArn,
      name: props.name,
      description: props.description,
      timeZone,
      config: days.map(({ day, start, end }) => ({
        day,
        startTime: timeSlice(start),
        endTime: timeSlice(end),
      })),
      hoursOfOperationOverrides: holidays.map(({ name, from, till }) => ({
        overrideName: name,
        // Replaces the week on these dates; with no period in it the centre is closed all day.
        overrideType: 'STANDARD',
        effectiveFrom: from,
        effectiveTill: till,
        overrideConfig: [],
      })),
    });
    this.arn = hours.attrHoursOfOperationArn;
  }
}
