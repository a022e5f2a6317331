/** What a call was for everybody in it, line by line: caller, agent, and who looks at cases, orders, messages and logs. */
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { prompts } from '../../../contact-flows/prompts/en.ts';
import type { Effect, Party } from '../../../engine/contact/events.ts';
import type { Moment } from '../../../local/connect/centre.ts';
import type { ItemChange } from '../../../local/dynamodb/changes.ts';
import type { ContactCentre } from '../../kit/centre.ts';
import { callTime } from '../../kit/transcript.ts';

const HEARER: Readonly<Record<Party, string>> = {
  customer: 'caller',
  agent: 'agent',
  transferrer: 'transferrer',
  'third-party': 'third party',
};

/** Words that are always the same have their name for them: who changes words changes no call. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(prompts).flatMap(([name, words]) => (typeof words === 'string' ? [[words, name]] : [])),
);
const said = (text: string): string => NAMES.get(text.trim()) ?? `"${text.trim()}"`;

/** A part of an ARN after which people name the thing. */
const ARN = /arn:aws:[a-z]+:[a-z0-9-]*:\d*:[\w/${}.-]+(?::[\w$.-]+)*/g;

type Attributes = Readonly<Record<string, string>>;

/** Watches a centre from the call on that it is told of; what others did before is not part of it. */
export class Told {
  readonly #centre: ContactCentre;
  readonly #usual: Attributes;
  readonly #unknown: ReadonlySet<string>;
  readonly #names: ReadonlyMap<string, string>;
  readonly #moments: (Moment & { readonly offer: string | undefined })[] = [];
  /** The items that have changed, as they were and as they are. */
  readonly #items = new Map<string, { readonly before: ItemChange['oldImage']; readonly last: ItemChange }>();
  readonly #stops: readonly (() => void)[];
  readonly #sentBefore: number;

  /**
   * @param usual attributes that need no telling with these values
   * @param unknown nor these at all: only tests have them
   */
  constructor(centre: ContactCentre, usual: Attributes, unknown: ReadonlySet<string>) {
    const { cloud } = centre;
    this.#centre = centre;
    this.#usual = usual;
    this.#unknown = unknown;
    const { flows, queues, prompts, users } = cloud.centre.instance;
    this.#names = new Map(
      [
        ...flows,
        ...queues,
        ...prompts,
        ...users.map(({ username, ...user }) => ({ ...user, name: username })),
      ].map(({ arn, name }) => [arn, name]),
    );
    this.#sentBefore = cloud.outbox.messages().length;
    this.#stops = [
      cloud.centre.observe((moment) => this.#moments.push({ ...moment, offer: this.#offer(moment.effect) })),
      cloud.dynamodb.onChange((change) => {
        const key = `${change.tableName} ${JSON.stringify(change.keys)}`;
        const known = this.#items.get(key);
        this.#items.set(key, { before: known === undefined ? change.oldImage : known.before, last: change });
      }),
    ];
  }

  /** As the agent sees it now. */
  #offer(effect: Effect): string | undefined {
    if (effect.kind !== 'offered') return undefined;
    const { centre } = this.#centre.cloud;
    const who = centre.instance.users.find(({ id }) => id === effect.userId)?.username;
    const seen = centre
      .agent(effect.userId)
      ?.contacts?.find(({ contactId }) => contactId === effect.contactId);
    return `rings at ${who}, from ${effect.queueName}${seen?.priority === undefined ? '' : `, priority ${seen.priority}`}`;
  }

  /** Watches no more. */
  stops(): void {
    for (const stop of this.#stops) stop();
  }

  /** What there is to tell so far. */
  lines(): readonly string[] {
    const contacts = new Map<string, string>();
    const startMs = this.#moments[0]?.atMs ?? 0;
    const lines = this.#moments.flatMap(({ atMs, effect, offer }) => {
      const told = offer ?? tell(effect);
      if (told === undefined) return [];
      const who = 'contactId' in effect ? nameOf(contacts, effect.contactId) : '';
      return [`${callTime(atMs - startMs)} ${who}${told}`];
    });
    const kept = [...contacts].flatMap(([contactId, name]) => {
      const own = Object.entries(this.#centre.cloud.centre.contact(contactId)?.attributes ?? {})
        .filter(
          ([attribute, value]) => value !== (this.#usual[attribute] ?? '') && !this.#unknown.has(attribute),
        )
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([attribute, value]) => `${attribute}=${value}`);
      return own.length === 0 ? [] : [`${name}has ${own.join(', ')}`];
    });
    const items = [...this.#items.values()].flatMap(({ before, last: { tableName, keys, newImage } }) => {
      const table = /Tables(.+?)[0-9A-F]{6,}/.exec(tableName)?.[1] ?? tableName;
      if (newImage === undefined) return before === undefined ? [] : [`${table} loses ${shown(keys)}`];
      return [`${table} ${shown(keys)}: ${shown(newImage, { ...before, ...keys })}`];
    });
    const sent = this.#centre.cloud.outbox
      .messages()
      .slice(this.#sentBefore)
      .map(({ channel, to, text }) => `${channel} to ${to}: ${text}`);
    return [...lines, ...kept, ...items.toSorted(), ...sent].map((line) => this.#named(line, contacts));
  }

  /** With names for ARNs, and for contacts what they are called here. */
  #named(line: string, contacts: ReadonlyMap<string, string>): string {
    let named = line.replaceAll(ARN, (arn) => this.#names.get(arn) ?? arn.split(/[/:]/).at(-1) ?? arn);
    for (const [contactId, name] of contacts)
      named = named.replaceAll(contactId, `‹${name === '' ? 'this call' : name.trim()}›`);
    return named.trimEnd().replaceAll('\n', ' ');
  }
}

/** @param before what was there, so that only what has changed is shown */
function shown(item: NonNullable<ItemChange['newImage']>, before: ItemChange['oldImage'] = {}): string {
  const old = new Map(Object.entries(textsOf(before)));
  const texts = Object.entries(textsOf(item)).filter(([name, text]) => old.get(name) !== text);
  const gone = [...old.keys()].filter((name) => item[name] === undefined).map((name) => [name, 'gone']);
  return [...texts, ...gone]
    .toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1))
    .map(([name, text]) => `${name}=${text}`)
    .join(' ');
}

/** Of a PIN or code nobody sees more than that there is one. */
const textsOf = (item: NonNullable<ItemChange['newImage']>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unmarshall(Object(item)))
      .filter(([name]) => item['salt'] === undefined || (name !== 'salt' && name !== 'digest'))
      .map(([name, value]: [string, unknown]) => [
        name,
        JSON.stringify(value, (_name, part: unknown) => (part instanceof Set ? [...part] : part)),
      ]),
  );

/** The first is the call itself. */
function nameOf(contacts: Map<string, string>, contactId: string): string {
  const known = contacts.get(contactId);
  if (known !== undefined) return known;
  const name = contacts.size === 0 ? '' : `contact ${contacts.size + 1} `;
  contacts.set(contactId, name);
  return name;
}

function tell(effect: Effect): string | undefined {
  switch (effect.kind) {
    case 'prompt':
      return `${HEARER[effect.party]} hears ${said(effect.text)}`;
    case 'prompt-stopped':
      return `${HEARER[effect.party]} hears no more of it`;
    case 'key-heard':
      return `caller presses ${effect.key}`;
    case 'words-heard':
      return `caller says "${effect.text}"`;
    case 'listening':
      return `is asked for ${effect.listening.form}${effect.masked ? ', and nobody sees the answer' : ''}`;
    case 'invoke':
      return `function ${effect.functionArn
        .split(':')
        .at(-1)
        ?.replace(/^callwright-dev-/, '')}, attempt ${effect.attempt}`;
    case 'task-started':
      return `task "${effect.name}"`;
    case 'queued':
      return `waits in ${effect.queueName}`;
    case 'routing-step':
      return `is for agents of step ${effect.index} of ${effect.steps}`;
    case 'accepted':
    case 'connected':
    case 'missed':
    case 'held':
    case 'resumed':
      return effect.kind;
    case 'transfer-started':
      return `transfer to ${effect.to.kind} ${effect.to.name}`;
    case 'transferred':
      return `transferred to ${effect.queueName ?? effect.byUserId ?? 'the flow'}`;
    case 'segment-started':
      return `goes on by ${effect.initiation}`;
    case 'callback-created':
      return `will be called back at ${effect.number} in ${effect.delayMs} ms`;
    case 'recording':
      return `recording of ${effect.participants.join(' and ') || 'nobody'}`;
    case 'tags-changed':
      return `tags ${JSON.stringify(effect.tags)}`;
    case 'contact-ended':
      return `ends by ${effect.reason}`;
    default:
      return undefined;
  }
}
