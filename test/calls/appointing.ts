/** The book of appointments as tests look into it and write in it. */
import { DeleteCommand, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ContactCentre, Item } from '../kit/centre.ts';

const OUTPUT = 'AppointmentsTable';
/** As cdk.json has it. */
const PLACES = 2;

const documents = (centre: ContactCentre) => DynamoDBDocumentClient.from(centre.table(OUTPUT).client);

export async function emptyBook(centre: ContactCentre): Promise<void> {
  const TableName = centre.table(OUTPUT).name;
  for (const { pk, sk } of await centre.items(OUTPUT))
    await documents(centre).send(new DeleteCommand({ TableName, Key: { pk, sk } }));
}

/** Others take every place at a time, or all but some. */
export async function othersTake(centre: ContactCentre, startsAt: string, but = 0): Promise<void> {
  const TableName = centre.table(OUTPUT).name;
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date(startsAt));
  for (let place = 1; place <= PLACES - but; place++) {
    const Item = { pk: `DAY#${day}`, sk: `${startsAt}#${place}`, customerId: 'somebody' };
    await documents(centre).send(new PutCommand({ TableName, Item }));
  }
}

/** Everything that is looked at, to the last place. */
export async function othersTakeAll(centre: ContactCentre): Promise<void> {
  const halfHourMs = 30 * 60_000;
  const firstMs = Math.ceil(centre.cloud.centre.nowMs() / halfHourMs) * halfHourMs;
  const times = Array.from({ length: 8 * 48 }, (_, index) => new Date(firstMs + index * halfHourMs));
  const inHours = times.filter((time) => time.getUTCHours() >= 15 && time.getUTCHours() < 21);
  await Promise.all(inHours.map((time) => othersTake(centre, time.toISOString())));
}

/** A customer has an appointment in a week, as after another call. */
export async function isAppointed(centre: ContactCentre, customerId: string): Promise<void> {
  const startsAt = new Date(centre.cloud.centre.nowMs() + 7 * 24 * 60 * 60_000).toISOString();
  const appointment = { startsAt, bookedAt: startsAt, state: 'booked', place: 1, version: 7 };
  const Item = { pk: `CUSTOMER#${customerId}`, sk: 'APPOINTMENT', ...appointment };
  await documents(centre).send(new PutCommand({ TableName: centre.table(OUTPUT).name, Item }));
}

/** The latest appointment of a customer, as it is kept. */
export const appointmentOf = async (centre: ContactCentre, customerId: string): Promise<Item | undefined> =>
  (await centre.items(OUTPUT)).find(({ pk }) => pk === `CUSTOMER#${customerId}`);

/** The places that a customer has. */
export const placesOf = async (centre: ContactCentre, customerId: string): Promise<readonly unknown[]> =>
  (await centre.items(OUTPUT))
    .filter((item) => String(item['pk']).startsWith('DAY#') && item['customerId'] === customerId)
    .map(({ sk }) => sk);

/** What a customer is, or was, to be told. */
export const newsOf = async (centre: ContactCentre, customerId: string): Promise<readonly unknown[]> =>
  (await centre.items('MessagesTable'))
    .filter(
      (item) => item['customerId'] === customerId && String(item['messageId']).startsWith('appointment-'),
    )
    .map(({ messageId, state, at }) => [String(messageId).split(`-${customerId}`)[0], state, at])
    .sort();
