/** Every word has a place, every mishap its own words, and every answer is read where it is fresh. */
import { describe, expect, test } from '@jest/globals';
import { catalogue } from '../../contact-flows/catalogue.ts';
import { agentMessages } from '../../contact-flows/prompts/agents.ts';
import { english } from '../../contact-flows/prompts/en.ts';
import type { FlowAction } from '../../engine/language/flow.ts';
import { referencesIn } from '../../engine/language/jsonpath.ts';
import { contactFunctions, paymentFunctions, surveyFunctions } from '../../lib/functions.ts';
import { graphOf } from './graph.ts';

const messages: Readonly<Record<string, string>> = { ...english, ...agentMessages };
const withoutArguments = Object.entries(messages).filter(([, message]) => !message.includes('{'));
const graph = graphOf(catalogue());
/** What callers hear where no payments are taken and no text messages sent. */
const withLess = graphOf(catalogue('en', { pays: false, surveys: true, texts: false }));
const actions = [...graph.nodes.values()];

/** Every text that an action speaks, in loops too. */
const spoken = (action: FlowAction): string[] => {
  const messages = action.Parameters['Messages'];
  const sources = Array.isArray(messages) ? messages : [action.Parameters];
  return sources.flatMap((source) => {
    const { Text, SSML } = source;
    return [Text, SSML].filter((text) => typeof text === 'string');
  });
};

test('every prompt is spoken somewhere', () => {
  const everywhere = [...actions, ...withLess.nodes.values()];
  const all = everywhere.flatMap(({ action }) => spoken(action)).join('\n');
  expect(withoutArguments.filter(([, words]) => !all.includes(words)).map(([name]) => name)).toEqual([]);
});

test('no two prompts say the same', () => {
  expect(new Set(Object.values(messages)).size).toBe(Object.keys(messages).length);
});

/** Words that a supervisor gives; the function that takes them holds them to their limits. */
const GIVEN = ['announcement', 'outage', 'closing'].map((name) => `$.Attributes.${name}`);

test('every word that is spoken stands in the file of prompts, but for those that a supervisor gives', () => {
  const known = Object.values(messages).map((message) => message.replace(/\{\w+\}/g, '@'));
  const pattern = (words: string): RegExp =>
    new RegExp(
      `^${words
        .split('@')
        .map((part) => part.replace(/[.?]/g, '\\$&'))
        .join('\\$\\.[\\w.]+')}$`,
    );
  const unknown = actions
    .flatMap(({ action }) => spoken(action))
    .filter((text) => !text.startsWith('<speak>') && !GIVEN.includes(text))
    .filter((text) => !known.some((words) => pattern(words).test(text)));
  expect(unknown).toEqual([]);
});

/** Branches that something went wrong on, by flow and step; a branch that simply goes on has no mishap to tell. */
test('every error, time-out and full queue that does not simply go on leads to words of its own', () => {
  const mishaps = graph.edges.filter(({ branch }) =>
    ['NoMatchingError', 'InputTimeLimitExceeded', 'QueueAtCapacity'].includes(branch),
  );
  const next = (id: string): string | undefined =>
    graph.edges.find(({ from, branch }) => from === id && branch === 'next')?.to;
  const speaks = (id: string): boolean => {
    const type = graph.nodes.get(id)?.action.Type ?? '';
    return ['MessageParticipant', 'GetParticipantInput', 'MessageParticipantIteratively'].includes(type);
  };
  const quiet = mishaps.filter(({ from, to }) => next(from) !== to && !speaks(to));
  expect(quiet.map(({ from, branch, to }) => `${from} ${branch} ${to}`).toSorted()).toEqual([
    // A hold flow has no other way to speak than the one that failed.
    'agent-hold/remind NoMatchingError agent-hold/end',
    // The log goes on first, and then the words follow.
    'call-back/ask-number NoMatchingError call-back/log-on-after-fault',
    // Which words there are for it depends on whether the caller came from a closed centre.
    'call-back/book NoMatchingError call-back/fault-where',
    'call-back/cancel NoMatchingError call-back/fault-where',
    'call-back/choose NoMatchingError call-back/fault-where',
    'call-back/fourth NoMatchingError call-back/fault-where',
    'call-back/known NoMatchingError call-back/fault-where',
    'call-back/known-late NoMatchingError call-back/fault-where',
    'call-back/known-soon NoMatchingError call-back/fault-where',
    // The log goes on first, and then the words follow.
    'call-back/leave-number NoMatchingError call-back/log-on-after-fault',
    'call-back/offer NoMatchingError call-back/fault-where',
    // The log goes on first, and then the words follow.
    'call-back/read-number NoMatchingError call-back/log-on-after-fault',
    'call-back/second NoMatchingError call-back/fault-where',
    'call-back/soon NoMatchingError call-back/fault-where',
    'call-back/third NoMatchingError call-back/fault-where',
    // The caller has heard that the money comes back; where its way cannot be started now, the settling does it.
    'change-order/start-refund NoMatchingError change-order/told',
    'customer-hold/words-alone NoMatchingError customer-hold/end',
    // The log goes on first, and then the words follow.
    'customer-queue/ask-number NoMatchingError customer-queue/log-on-after-fault',
    'customer-queue/leave-number NoMatchingError customer-queue/log-on-after-fault',
    // A caller who goes on waiting has chosen to, by pressing nothing, and the music begins again.
    'customer-queue/offer InputTimeLimitExceeded customer-queue/go-on',
    // The log goes on first, and then the words follow.
    'customer-queue/read-number NoMatchingError customer-queue/log-on-after-fault',
    // A task has no ears: it goes to another team, and where that has no room either it ends.
    'department-task/department-queue NoMatchingError department-task/support',
    'department-task/join-queue NoMatchingError department-task/support',
    'department-task/join-queue QueueAtCapacity department-task/support',
    'department-task/join-support NoMatchingError department-task/end',
    'department-task/join-support QueueAtCapacity department-task/end',
    'department-task/queue NoMatchingError department-task/support',
    // Where its language cannot be kept it waits for anybody.
    ...['el', 'en', 'hu', 'ro'].map(
      (language) => `department-task/spoken-${language} NoMatchingError department-task/department`,
    ),
    'department-task/support NoMatchingError department-task/end',
    // The recording goes off first, and then the words follow; without the warning the message ends a little early.
    'leave-voicemail/begin NoMatchingError leave-voicemail/record-off-fault',
    'leave-voicemail/message-without-tone NoMatchingError leave-voicemail/record-off-fault',
    'leave-voicemail/ten-seconds NoMatchingError leave-voicemail/end',
    // The look-up goes on without the mark that the notice was heard.
    'main-inbound/recording-notice NoMatchingError main-inbound/look-up',
    // The log comes on again before the words.
    ...['card', 'code', 'expiry', 'keep-card', 'keep-code', 'keep-expiry'].map(
      (step) => `pay-order/${step} NoMatchingError pay-order/log-on-after-fault`,
    ),
    'pay-order/start NoMatchingError pay-order/log-on-after-unknown',
    // The log goes on first, and then the words follow.
    ...['ask-number', 'leave-number', 'read-number'].map(
      (step) => `report-problem/${step} NoMatchingError report-problem/log-on-after-fault`,
    ),
    // Who does not say what they want has told enough of a complaint: the next question follows, or that it is noted.
    'report-problem/wanted InputTimeLimitExceeded report-problem/wants-nothing',
    // The team answers where it cannot be said who of it is there.
    'speak-to-agent/agent-on NoMatchingError speak-to-agent/speakers',
    // The log goes on first, and then the words follow.
    'speak-to-agent/ask-number NoMatchingError speak-to-agent/log-on-after-fault',
    // Who cannot choose, or does not, leaves the number, and hears that.
    'speak-to-agent/because-closed NoMatchingError speak-to-agent/take-message',
    'speak-to-agent/because-full-chosen NoMatchingError speak-to-agent/take-message',
    'speak-to-agent/because-full-voice NoMatchingError speak-to-agent/take-message',
    'speak-to-agent/because-nobody NoMatchingError speak-to-agent/take-message',
    'speak-to-agent/call-back NoMatchingError speak-to-agent/take-message',
    'speak-to-agent/closed-offer InputTimeLimitExceeded speak-to-agent/take-message',
    'speak-to-agent/closed-offer NoMatchingError speak-to-agent/take-message',
    // The log goes on first, and then the words follow.
    // Which words there are depends on whether the centre is open at all.
    'speak-to-agent/colleague-on NoMatchingError speak-to-agent/still-open',
    'speak-to-agent/escalation-hours NoMatchingError speak-to-agent/still-open',
    'speak-to-agent/leave-number NoMatchingError speak-to-agent/log-on-after-fault',
    'speak-to-agent/leave-voicemail NoMatchingError speak-to-agent/take-message',
    // Who presses nothing has chosen to wait, as who cannot be asked does.
    'speak-to-agent/nobody-there InputTimeLimitExceeded speak-to-agent/join-queue',
    'speak-to-agent/nobody-there NoMatchingError speak-to-agent/join-queue',
    // The log goes on first, and then the words follow.
    'speak-to-agent/read-number NoMatchingError speak-to-agent/log-on-after-fault',
    // Whether it is open is asked once more before the queue, and has words there.
    'speak-to-agent/still-open NoMatchingError speak-to-agent/support-instead',
    'take-message/ask-number NoMatchingError take-message/log-on-after-fault',
    'take-message/leave-number NoMatchingError take-message/log-on-after-fault',
    'take-message/read-number NoMatchingError take-message/log-on-after-fault',
    // The words for taking a message follow.
    'team-away/call-back NoMatchingError team-away/take-message',
    'team-away/leave-voicemail NoMatchingError team-away/take-message',
    'team-away/offer InputTimeLimitExceeded team-away/take-message',
    'team-away/offer NoMatchingError team-away/take-message',
    'team-away/to-menu NoMatchingError team-away/take-message',
    // As above, of the team that the call is transferred to.
    'transfer-to-queue/anybody NoMatchingError transfer-to-queue/connecting',
    // Which words there are depends on whether the agent is still there.
    'transfer-to-queue/closed NoMatchingError transfer-to-queue/because-closed',
    'transfer-to-queue/connecting NoMatchingError transfer-to-queue/join-queue',
    'transfer-to-queue/full NoMatchingError transfer-to-queue/because-full',
    'transfer-to-queue/heard-closed NoMatchingError transfer-to-queue/because-closed',
    'transfer-to-queue/heard-fault NoMatchingError transfer-to-queue/because-fault',
    'transfer-to-queue/heard-full NoMatchingError transfer-to-queue/because-full',
    'transfer-to-queue/hours NoMatchingError transfer-to-queue/transfer-fault',
    'transfer-to-queue/join-queue NoMatchingError transfer-to-queue/transfer-fault',
    'transfer-to-queue/join-queue QueueAtCapacity transfer-to-queue/full',
    'transfer-to-queue/nobody-there NoMatchingError transfer-to-queue/join-queue',
    'transfer-to-queue/transfer-fault NoMatchingError transfer-to-queue/because-fault',
    // The log goes on first, and then the words follow.
    ...['ask-number', 'leave-number', 'read-number'].map(
      (step) => `troubleshoot/${step} NoMatchingError troubleshoot/log-on-after-fault`,
    ),
    // These end the module as unfinished, and the calling flow has the words.
    'verify-caller/ask-after-silence NoMatchingError verify-caller/log-on-after-fault',
    'verify-caller/ask-after-wrong-code NoMatchingError verify-caller/log-on-after-fault',
    'verify-caller/ask-after-wrong-pin NoMatchingError verify-caller/log-on-after-fault',
    'verify-caller/ask-code NoMatchingError verify-caller/log-on-after-fault',
    'verify-caller/ask-code-again NoMatchingError verify-caller/log-on-after-fault',
    'verify-caller/ask-pin NoMatchingError verify-caller/log-on-after-fault',
    'verify-caller/begin NoMatchingError verify-caller/end',
    'verify-caller/check-code NoMatchingError verify-caller/log-on-after-fault',
    'verify-caller/check-pin NoMatchingError verify-caller/log-on-after-fault',
    'verify-caller/mark-verified NoMatchingError verify-caller/end',
  ]);
});

describe('the answer of a function', () => {
  /** Every action with the function and outcome whose answer it can find in `$.External`. */
  const answers = (): ReadonlySet<string> => {
    const found = new Set(['main-inbound/log-on - -', 'customer-queue/music - -']);
    for (const state of found) {
      const [id = '', called = '-', outcome = '-'] = state.split(' ');
      const action = graph.nodes.get(id)?.action;
      const name = /function\.([\w-]+)/.exec(String(action?.Parameters['LambdaFunctionARN']))?.[1];
      for (const { branch, to } of graph.edges.filter(({ from }) => from === id)) {
        const gone = branch === 'goes' || branch === 'returns';
        const told =
          action?.Parameters['ComparisonValue'] === '$.External.outcome' && branch.startsWith('Equals ');
        if (gone || (name !== undefined && branch !== 'next')) found.add(`${to} - -`);
        else if (name !== undefined) found.add(`${to} ${name} -`);
        else found.add(`${to} ${called} ${told ? branch.slice('Equals '.length) : outcome}`);
      }
    }
    return found;
  };
  test('is read only where it is the last one, and has the field', () => {
    const wrong = [...answers()].flatMap((state) => {
      const [id = '', called, outcome = ''] = state.split(' ');
      const contract = [...contactFunctions, ...paymentFunctions, ...surveyFunctions].find(
        ({ name }) => name === called,
      );
      const fields: Readonly<Record<string, { readonly shape: object }>> = contract?.outcomes ?? {};
      const given = ['outcome', ...Object.keys(fields[outcome]?.shape ?? {})];
      const text = JSON.stringify(graph.nodes.get(id)?.action.Parameters);
      return referencesIn(text)
        .filter(
          ({ segments: [root, field = ''] }) =>
            root === 'External' && (contract === undefined || !given.includes(field)),
        )
        .map(({ text: reference }) => `${state}: ${reference}`);
    });
    // Both outcomes of the look-up have the field, under one step.
    expect(wrong).toEqual([]);
  });
  test('is followed into every outcome', () => {
    expect([...answers()]).toEqual(
      expect.arrayContaining([
        'order-status/tell lookup-order found',
        'place-order/read-back quote-order quoted',
        'place-order/read-back place-order price-changed',
        'place-order/confirm confirm-order identical-recently',
        'place-order/placed place-order placed',
        'take-message/promise open-case opened',
        'customer-queue/promise open-case opened',
        'speak-to-agent/promise open-case opened',
        'report-problem/noted open-case opened',
        'report-problem/tell lookup-case found',
        'report-problem/known lookup-case found',
        'report-problem/keep-case lookup-case found',
        'escalate-case/keep escalate escalated',
        'escalate-case/full escalate escalated',
        'escalate-case/nobody-there escalate escalated',
        'main-inbound/keep-customer lookup-customer unknown',
      ]),
    );
  });
});

test('attributes hold nothing that a caller keyed or that names a person', () => {
  const values = actions.flatMap(({ action }) => {
    const { Attributes } = action.Parameters;
    return typeof Attributes === 'object' && Attributes !== null ? Object.values(Attributes) : [];
  });
  const dynamic = values.filter((value) => String(value).includes('$.'));
  expect(dynamic.toSorted()).toEqual([
    // When an appointment is, or might be.
    '$.Attributes.appointmentLater',
    '$.Attributes.appointmentNextDay',
    // Who spoke with the caller the last time and about which case, by their ids.
    '$.Attributes.returnAgent',
    '$.Attributes.returnCase',
    '$.Attributes.returnSeverity',
    // A case, by its number and what it is about.
    '$.External.about',
    // What is to be paid.
    '$.External.amountMinor',
    // What a supervisor lets every caller hear.
    '$.External.announced',
    '$.External.announcementEn',
    // Which try to pay it is.
    ...Array(2).fill('$.External.attempt'),
    ...Array(6).fill('$.External.caseKey'),
    '$.External.caseNumber',
    // What to change about an order, without a word about who it is for.
    '$.External.change',
    '$.External.closedNow',
    '$.External.closedUntil',
    '$.External.closingEn',
    '$.External.customerId',
    // A moment that the caller chose from those that were offered.
    '$.External.fourthAt',
    '$.External.intentId',
    '$.External.later',
    '$.External.level',
    '$.External.nextDay',
    // The number of the order that was told.
    ...Array(4).fill('$.External.order'),
    '$.External.outageEn',
    '$.External.outageTopic',
    // An intent's id has products and pieces in it, as anybody may order them.
    // The spare part that was read back.
    '$.External.part',
    '$.External.previous',
    '$.External.priority',
    // The number of a product that anybody may ask about.
    '$.External.productNumber',
    '$.External.returnAgent',
    '$.External.returnCase',
    '$.External.returnContact',
    '$.External.returnSeverity',
    '$.External.returnTeam',
    '$.External.returning',
    '$.External.secondAt',
    ...Array(2).fill('$.External.severity'),
    ...Array(2).fill('$.External.slot'),
    '$.External.task',
    '$.External.thirdAt',
    '$.External.tier',
    ...Array(5).fill('$.External.version'),
    // Which line of an order is to be changed, counted from 1.
    '$.StoredCustomerInput',
  ]);
});
