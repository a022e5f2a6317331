/** What holds on every path that a call can take through the rendered flows. */
import { describe, expect, test } from '@jest/globals';
import { catalogue } from '../../contact-flows/catalogue.ts';
import type { AuthoredFlow } from '../../engine/authoring/built-flow.ts';
import { blockOf } from '../../engine/blocks/catalogue.ts';
import { type Edge, type Graph, graphOf, isMenu, onCycles, reachable } from './graph.ts';
import { flowNamed, retarget } from './sabotage.ts';

const whole = graphOf(catalogue());
const entry = 'main-inbound/log-on';
/** The quick connect has chosen a queue, and the attributes are those of the call. */
const transfer = 'transfer-to-queue/speakers';

const typeOf = (graph: Graph, id: string): string | undefined => graph.nodes.get(id)?.action.Type;
const ofType = (graph: Graph, type: string): string[] =>
  [...graph.nodes.keys()].filter((id) => typeOf(graph, id) === type);

/** The flows with one transition changed, for proving that a rule can find something. */
const broken = (flow: string, step: string, from: string, to: string): readonly AuthoredFlow[] =>
  catalogue().map((one) => (one.name === flow ? retarget(one, step, from, to) : one));

test('every step is reached from the entry, a hook, the queue, a quick connect or a task', () => {
  const starts = [
    'main-inbound',
    'customer-queue',
    'transfer-to-queue',
    'department-task',
    'message-sent',
    'agent-whisper',
    'customer-whisper',
    'customer-hold',
    'agent-hold',
    'disconnect',
  ].map((name) => `${name}/${flowNamed(catalogue(), name).document.StartAction}`);
  const reached = reachable(whole, starts);
  expect([...whole.nodes.keys()].filter((id) => !reached.has(id))).toEqual([]);
});

describe('a queue', () => {
  const withoutQueue = (graph: Graph): string[] => {
    const isSet = (edge: Edge): boolean =>
      typeOf(graph, edge.from) === 'UpdateContactTargetQueue' && edge.branch === 'next';
    const reached = reachable(graph, [entry], (edge) => !isSet(edge));
    return ofType(graph, 'TransferContactToQueue').filter((id) => reached.has(id));
  };
  test('has been chosen on every path that joins one', () => {
    expect(ofType(whole, 'TransferContactToQueue')).not.toEqual([]);
    expect(withoutQueue(whole)).toEqual([]);
  });
  test('that is not chosen on one path is found', () => {
    const graph = graphOf(broken('speak-to-agent', 'orders', 'queue-fault', 'hours'));
    expect(withoutQueue(graph)).toEqual(['speak-to-agent/join-queue']);
  });
});

describe('agents who speak the language', () => {
  const ASKS = /\/(?:agent-)?speakers$/;
  /** Joined though nobody has looked who speaks the language of the call. */
  const speakersForgotten = (graph: Graph): string[] => {
    const reached = reachable(graph, [entry, transfer], ({ from }) => !ASKS.test(from));
    return ofType(graph, 'TransferContactToQueue').filter((id) => reached.has(id));
  };
  test('are asked for on every path that joins a queue', () => {
    expect(speakersForgotten(whole)).toEqual([]);
  });
  test('that are not asked for on one path are found', () => {
    const graph = graphOf(broken('escalate-case', 'queue', 'speakers', 'hours'));
    expect(speakersForgotten(graph)).toEqual(['escalate-case/join-queue']);
  });
});

describe('recording', () => {
  /** Recording that can begin although the notice was not spoken to its end. */
  const unannounced = (graph: Graph): string[] => {
    const isHeard = (edge: Edge): boolean =>
      edge.from.endsWith('/notice-heard') && edge.branch === 'Equals heard';
    const reached = reachable(graph, [entry, transfer], (edge) => !isHeard(edge));
    return recordings(graph).filter((id) => reached.has(id));
  };
  /** Steps that let somebody be recorded; one that lets nobody ends a recording. */
  const recordings = (graph: Graph): string[] =>
    ofType(graph, 'UpdateContactRecordingBehavior').filter(
      (id) => !JSON.stringify(graph.nodes.get(id)?.action.Parameters).includes('"RecordedParticipants":[]'),
    );
  const marks = (graph: Graph): string[] =>
    [...graph.nodes.values()]
      .filter(({ action }) => JSON.stringify(action.Parameters).includes('"recordingNotice":"heard"'))
      .map(({ id }) => id);
  test('begins only where the attribute says that the notice was heard', () => {
    expect(recordings(whole).toSorted()).toEqual([
      'escalate-case/record',
      'speak-to-agent/record',
      'transfer-to-queue/record',
    ]);
    expect(unannounced(whole)).toEqual([]);
    expect(unannounced(graphOf(broken('speak-to-agent', 'hours', 'notice-heard', 'record')))).toEqual([
      'speak-to-agent/record',
    ]);
  });
  test('is off on every path to the keys of a card', () => {
    const keyed = (graph: Graph): boolean => {
      const isOff = (edge: Edge): boolean => edge.from === 'pay-order/record-off';
      return reachable(graph, [entry, transfer], (edge) => !isOff(edge)).has('pay-order/card');
    };
    expect(keyed(whole)).toBe(false);
    expect(keyed(graphOf(broken('pay-order', 'log-off', 'record-off', 'card')))).toBe(true);
  });
  test('is marked as announced only after the notice has been spoken', () => {
    expect(marks(whole)).toEqual(['main-inbound/notice-heard']);
    const unspoken = (graph: Graph): boolean =>
      reachable(
        graph,
        [entry],
        (edge) => !(edge.from === 'main-inbound/recording-notice' && edge.branch === 'next'),
      ).has('main-inbound/notice-heard');
    expect(unspoken(whole)).toBe(false);
    expect(unspoken(graphOf(broken('main-inbound', 'greet', 'recording-notice', 'notice-heard')))).toBe(true);
  });
});

describe('the flow log', () => {
  /** Every action with the state of the log in which it can be reached. */
  const logStates = (graph: Graph): ReadonlySet<string> => {
    const found = new Set([`${entry} on`]);
    for (const state of found) {
      const [id = '', log = ''] = state.split(' ');
      const action = graph.nodes.get(id)?.action;
      const behavior = action?.Parameters['FlowLoggingBehavior'];
      const after = behavior === 'Enabled' ? 'on' : behavior === 'Disabled' ? 'off' : log;
      for (const edge of graph.edges) if (edge.from === id) found.add(`${edge.to} ${after}`);
    }
    return found;
  };
  const inState = (graph: Graph, log: 'on' | 'off'): string[] =>
    [...logStates(graph)]
      .filter((state) => state.endsWith(` ${log}`))
      .map((state) => state.split(' ')[0] ?? '');
  /** The steps of `keyingNumber` with what is keyed, in the flows that callers reach before a queue. */
  const KEYING = [
    'ask-number',
    'ask-number.keyed',
    'leave-number',
    'leave-number.outcome',
    'noting-number',
    'read-back',
    'read-number',
    'read-number.outcome',
  ];
  const keyNumbers = ['call-back', 'report-problem', 'speak-to-agent', 'take-message', 'troubleshoot'];
  test('is off for PINs, codes, cards, keyed numbers and the functions that take them, and for nothing else', () => {
    const off = inState(whole, 'off');
    const keyed = keyNumbers.flatMap((flow) => KEYING.map((step) => `${flow}/${step}`));
    expect(off).toEqual(expect.arrayContaining(keyed));
    expect(
      off
        .filter((id) => typeOf(whole, id) !== 'UpdateFlowLoggingBehavior')
        .filter((id) => !keyed.includes(id))
        .toSorted(),
    ).toEqual([
      'pay-order/card',
      'pay-order/card.keyed',
      'pay-order/code',
      'pay-order/code.keyed',
      'pay-order/count-silence',
      'pay-order/expiry',
      'pay-order/expiry.keyed',
      'pay-order/keep-card',
      'pay-order/keep-code',
      'pay-order/keep-expiry',
      'pay-order/record-off',
      'pay-order/silence',
      'pay-order/start',
      'pay-order/start.outcome',
      'verify-caller/ask-after-silence',
      'verify-caller/ask-after-silence.keyed',
      'verify-caller/ask-after-wrong-code',
      'verify-caller/ask-after-wrong-code.keyed',
      'verify-caller/ask-after-wrong-pin',
      'verify-caller/ask-after-wrong-pin.keyed',
      'verify-caller/ask-code',
      'verify-caller/ask-code-again',
      'verify-caller/ask-code-again.keyed',
      'verify-caller/ask-code.keyed',
      'verify-caller/ask-pin',
      'verify-caller/ask-pin.keyed',
      'verify-caller/check-code',
      'verify-caller/check-code.outcome',
      'verify-caller/check-pin',
      'verify-caller/check-pin.outcome',
    ]);
  });
  test('is never on while a PIN or a card is keyed or passed on', () => {
    const on = new Set(inState(whole, 'on'));
    expect(['card', 'expiry', 'code', 'start'].filter((step) => on.has(`pay-order/${step}`))).toEqual([]);
    expect(
      ['ask-pin', 'ask-pin.keyed', 'ask-after-wrong-pin', 'ask-after-silence', 'check-pin'].filter((step) =>
        on.has(`verify-caller/${step}`),
      ),
    ).toEqual([]);
  });
  test('that stays off on one way out of a payment is found', () => {
    const graph = graphOf(broken('pay-order', 'card', 'log-on-after-fault', 'card-fault'));
    expect(inState(graph, 'off')).toContain('pay-order/card-fault');
  });
  test('that stays off on one way out of the module is found', () => {
    const graph = graphOf(broken('verify-caller', 'check-pin', 'log-on-after-fault', 'end'));
    expect(inState(graph, 'off')).toContain('order-status/verified-now');
  });
});

describe('functions', () => {
  /** Functions that can follow another one before the caller hears anything. */
  const silent = (graph: Graph): string[] => {
    const speaks = (id: string): boolean => blockOf(typeOf(graph, id) ?? '')?.facts.speaks === true;
    return ofType(graph, 'InvokeLambdaFunction').filter((id) => {
      const after = graph.edges.filter((edge) => edge.from === id).map((edge) => edge.to);
      const reached = reachable(graph, after, (edge) => !speaks(edge.from));
      return ofType(graph, 'InvokeLambdaFunction').some((other) => reached.has(other));
    });
  };
  test('are never called in a row without words between', () => {
    expect(ofType(whole, 'InvokeLambdaFunction')).toHaveLength(75);
    expect(silent(whole)).toEqual([]);
  });
  test('that are called in a row are found', () => {
    expect(silent(graphOf(broken('order-status', 'look-up', 'look-up-fault', 'look-up-latest')))).toEqual([
      'order-status/look-up',
    ]);
  });
  test('wait no longer than four seconds', () => {
    for (const id of ofType(whole, 'InvokeLambdaFunction'))
      expect(
        Number(whole.nodes.get(id)?.action.Parameters['InvocationTimeLimitSeconds']),
      ).toBeLessThanOrEqual(4);
  });
});

describe('a circle', () => {
  const counts = (graph: Graph, edge: Edge): boolean => typeOf(graph, edge.from) === 'Loop';
  test('within one flow is counted', () => {
    for (const flow of catalogue()) {
      const graph = graphOf([flow]);
      expect(onCycles(graph, (edge) => !counts(graph, edge))).toEqual([]);
    }
  });
  test('through several flows is counted, or the caller chooses each round by a key', () => {
    const chosen = (edge: Edge): boolean => {
      const node = whole.nodes.get(edge.from);
      return node !== undefined && isMenu(node.action) && edge.branch.startsWith('Equals ');
    };
    expect(onCycles(whole, (edge) => !counts(whole, edge) && !chosen(edge))).toEqual([]);
  });
  test('that nobody counts is found', () => {
    const [flow] = broken('main-menu', 'silence', 'count', 'choose').filter(
      ({ name }) => name === 'main-menu',
    );
    const graph = graphOf(flow === undefined ? [] : [flow]);
    expect(onCycles(graph, (edge) => !counts(graph, edge)).toSorted()).toEqual([
      'main-menu/choose',
      'main-menu/silence',
    ]);
  });
});

describe('the end of a call', () => {
  const speaks = (graph: Graph, id: string): boolean => typeOf(graph, id) === 'MessageParticipant';
  /** After its words a transfer looks once more whether the agent has heard them. */
  const hasSpoken = (graph: Graph, id: string): boolean =>
    typeOf(graph, id) === 'UpdatePreviousContactParticipantState' &&
    graph.edges.filter(({ to }) => to === id).every(({ from }) => speaks(graph, from));
  const bare = (graph: Graph): string[] =>
    graph.edges
      .filter(({ to }) => typeOf(graph, to) === 'DisconnectParticipant')
      // A task has no ears.
      .filter(({ from }) => !from.startsWith('department-task/'))
      .filter(({ from }) => !speaks(graph, from) && !hasSpoken(graph, from))
      .map(({ from }) => from);
  test('is announced on every path', () => {
    expect(ofType(whole, 'DisconnectParticipant')).not.toEqual([]);
    expect(bare(whole)).toEqual([]);
  });
  test('that comes without words is found', () => {
    expect(bare(graphOf(broken('customer-queue', 'withheld', 'go-on', 'hang-up')))).toEqual([]);
    expect(bare(graphOf(broken('speak-to-agent', 'take-message', 'out-of-order', 'hang-up')))).toEqual([
      'speak-to-agent/take-message',
    ]);
    expect(bare(graphOf(broken('transfer-to-queue', 'closed', 'say-closed', 'heard-closed')))).toEqual([
      'transfer-to-queue/heard-closed',
    ]);
  });
});

test('callers whom we know and callers whom we do not take the same step after the look-up', () => {
  const outcomes = whole.edges.filter(({ from }) => from === 'main-inbound/look-up.outcome');
  const known = outcomes.filter(({ branch }) => branch.startsWith('Equals')).map(({ to }) => to);
  expect(known).toEqual(['main-inbound/keep-customer', 'main-inbound/keep-customer']);
});

test('nobody but ourselves decides where a call goes', () => {
  const destinations = [...whole.nodes.values()].flatMap(({ action }) =>
    ['ContactFlowId', 'FlowModuleId', 'QueueId', 'HoursOfOperationId', 'LambdaFunctionARN'].flatMap(
      (name) => {
        const value = action.Parameters[name];
        return typeof value === 'string' ? [value] : [];
      },
    ),
  );
  // A task has no caller who could set its attributes: the function that starts it names the queue.
  expect(destinations.filter((value) => value.startsWith('$.'))).toEqual([
    '$.Attributes.taskQueue',
    '$.Attributes.flowTeamAway',
    '$.Attributes.flowChooseLanguage',
    ...Array(10).fill('$.Attributes.flowMainMenu'),
    '$.Attributes.flowCallBack',
    ...Array(3).fill('$.Attributes.flowMainMenu'),
  ]);
});
