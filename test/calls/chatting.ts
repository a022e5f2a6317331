/** A stack whose agents take chats, and whose chats have a flow of their own: ours are for callers. */
import type { Template } from '../../local/assembly/template.ts';
import { flowContent, hangUp, type Steps, say, toQueue } from '../engine/contact/centre.ts';
import { resourceOf } from '../kit/templates.ts';

const QUEUE = '<queue>';
const OVER = '<over>';

const chatFlow: Steps = {
  over: [
    'UpdateContactEventHooks',
    { EventHooks: { CustomerRemaining: OVER } },
    { next: 'hello', errors: { NoMatchingError: 'hello' } },
  ],
  hello: say(
    'Hello, this is Larkfield Supplies. One of our team will write to you in a moment.',
    'set-queue',
  ),
  ...toQueue(QUEUE, 'sorry'),
  sorry: say('We are sorry, nobody can write to you now. Goodbye.', 'end'),
  end: hangUp,
};

/** The customer may come back within a quarter of an hour. */
const chatOver: Steps = {
  gone: say('Our agent has left the chat. Write within 15 minutes if there is anything else.', 'wait'),
  wait: [
    'Wait',
    { TimeLimitSeconds: '900', Events: ['CustomerReturned'] },
    {
      next: 'bye',
      when: { WaitCompleted: 'bye', CustomerReturned: 'set-queue' },
      errors: { NoMatchingError: 'bye' },
    },
  ],
  ...toQueue(QUEUE, 'bye'),
  bye: say('Thank you for writing. Goodbye.', 'end'),
  end: hangUp,
};

export function takesChats(template: Template): void {
  for (const { Type, Properties = {} } of Object.values(template.Resources)) {
    if (Type !== 'AWS::Connect::RoutingProfile') continue;
    const { MediaConcurrencies, QueueConfigs } = Properties;
    if (!Array.isArray(MediaConcurrencies) || !Array.isArray(QueueConfigs)) continue;
    MediaConcurrencies.push({ Channel: 'CHAT', Concurrency: 2 });
    for (const config of [...QueueConfigs]) {
      const { QueueReference, ...others } = Object(config);
      if (QueueReference.Channel === 'VOICE')
        QueueConfigs.push({ ...others, QueueReference: { ...QueueReference, Channel: 'CHAT' } });
    }
  }
  const [queueId] = resourceOf(template, 'AWS::Connect::Queue', 'support');
  const [, , { InstanceArn }] = resourceOf(template, 'AWS::Connect::ContactFlow', 'main-menu');
  const queue = { 'Fn::GetAtt': [queueId, 'QueueArn'] };
  const add = (
    logicalId: string,
    Name: string,
    steps: Steps,
    references: readonly (readonly [string, object])[],
  ) => {
    const [sign = '', value = {}] = references[0] ?? [];
    const parts = flowContent(steps)
      .split(sign)
      .flatMap((part, at) => (at === 0 ? [part] : [value, part]));
    const [second] = references.slice(1);
    const joined = parts.flatMap((part) =>
      typeof part === 'string' && second !== undefined
        ? part.split(second[0]).flatMap((piece, at) => (at === 0 ? [piece] : [second[1], piece]))
        : [part],
    );
    template.Resources[logicalId] = {
      Type: 'AWS::Connect::ContactFlow',
      Properties: { InstanceArn, Name, Type: 'CONTACT_FLOW', Content: { 'Fn::Join': ['', joined] } },
    };
  };
  add('ChatOver', 'chat-over', chatOver, [[QUEUE, queue]]);
  add('ChatInbound', 'chat-inbound', chatFlow, [
    [QUEUE, queue],
    [OVER, { 'Fn::GetAtt': ['ChatOver', 'ContactFlowArn'] }],
  ]);
}
