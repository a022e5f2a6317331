/** Events of what has changed on a contact: tags, the time of a task, and steps of its routing criteria. */
import { expect, test } from '@jest/globals';
import { hangUp, type Steps, toQueue } from '../centre.ts';
import { type Shelf, writtenCentre } from './written.ts';

const level = (ProficiencyLevel: string) => ({
  AttributeCondition: {
    Name: 'language',
    Value: 'Greek',
    ProficiencyLevel,
    ComparisonOperator: 'NumberGreaterOrEqualTo',
  },
});
const main: Steps = {
  tag: ['TagContact', { Tags: { team: 'ladders' } }, { next: 'untag', errors: { NoMatchingError: 'end' } }],
  untag: [
    'UntagContact',
    { TagKeys: ['team', 'none'] },
    { next: 'criteria', errors: { NoMatchingError: 'end' } },
  ],
  criteria: [
    'UpdateContactRoutingCriteria',
    {
      RoutingCriteria: {
        Steps: [
          { Expression: level('4'), Expiry: { DurationInSeconds: '10' } },
          {
            Expression: {
              OrExpression: [level('2'), { NotAttributeCondition: level('1').AttributeCondition }],
            },
          },
        ],
      },
    },
    { next: 'set-queue', errors: { NoMatchingError: 'end' } },
  ],
  ...toQueue('support', 'end'),
  end: hangUp,
};
const updates = ({ events }: Shelf, property: string) =>
  events.flatMap(({ detail }) =>
    detail.updatedProperties?.some((one) => one === property) === true ? [detail] : [],
  );

test('tags that a flow puts on and takes off are told at once', () => {
  const { centre, shelf } = writtenCentre({ flows: { main } });
  centre.dial();
  expect(updates(shelf, 'Tags').map(({ tags }) => tags['team'])).toEqual(['ladders', undefined]);
});

test('a step that expires is told with what becomes of all, and the agent with the step that found one', async () => {
  const { centre, shelf } = writtenCentre({ flows: { main } });
  const contactId = centre.dial();
  centre.available('sam');
  expect(updates(shelf, 'RoutingCriteria.Step.Status')).toEqual([]);
  await centre.driver.advanceBy(10_000);
  const [expired] = updates(shelf, 'RoutingCriteria.Step.Status');
  const greek = (proficiencyLevel: number) => ({
    attributeCondition: {
      name: 'language',
      value: 'Greek',
      proficiencyLevel,
      comparisonOperator: 'NumberGreaterOrEqualTo',
    },
  });
  expect(expired).toMatchObject({
    contactId,
    eventType: 'CONTACT_DATA_UPDATED',
    queueInfo: { queueType: 'STANDARD' },
  });
  expect(expired?.routingCriteria).toEqual({
    activationTimestamp: '2026-03-02T15:00:00.000Z',
    index: 0,
    steps: [
      {
        expiry: { durationInSeconds: 10, expiryTimestamp: '2026-03-02T15:00:10.000Z' },
        expression: greek(4),
        status: 'EXPIRED',
      },
      {
        expression: {
          orExpression: [greek(2), { notAttributeCondition: greek(1).attributeCondition }],
        },
        status: 'ACTIVE',
      },
    ],
  });
  centre.send({ kind: 'agent-accepts', userId: 'sam', contactId });
  await centre.driver.advanceBy(10_000);
  const joined = shelf.events.find(({ detail }) => detail.eventType === 'CONNECTED_TO_AGENT')?.detail;
  expect(joined?.routingCriteria?.steps.map(({ status }) => status)).toEqual(['EXPIRED', 'JOINED']);
});

test('a task whose time is changed', () => {
  const { centre, shelf } = writtenCentre({ flows: { main }, nowMs: 0 });
  centre.send({ kind: 'start-task', flowId: 'main', name: 'Later', startsAtMs: 60_000 });
  const contactId = centre.of('task-started')[0]?.contactId ?? '';
  centre.send({ kind: 'reschedule-task', contactId, atMs: 90_000 });
  expect(updates(shelf, 'ScheduledTimestamp')).toMatchObject([{ contactId, channel: 'TASK' }]);
});
