/** Older blocks that decide, count, wait, hand over and end. */
import { type Conversion, ERROR, evaluated, fixed, NO_MATCH, renamed, valueIn } from './conversion.ts';
import { reference } from './module.ts';

const toQueue: Conversion = (_module, flowType) => ({
  Type: flowType === 'customerQueue' ? 'DequeueContactAndTransferToQueue' : 'TransferContactToQueue',
  Parameters: {},
  errors: { QueueAtCapacity: 'AtCapacity', ...ERROR },
});

const toFlow: Conversion = (module) => ({
  Type: 'TransferToFlow',
  Parameters: renamed(module, { ContactFlowId: 'ContactFlowId' }),
  errors: ERROR,
});

/** A blind transfer does not come back to the flow. */
const toNumber: Conversion = (module) => {
  const blind = valueIn(module, 'BlindTransfer') === 'true';
  return {
    Type: 'TransferParticipantToThirdParty',
    Parameters: {
      ...renamed(module, {
        PhoneNumber: 'ThirdPartyPhoneNumber',
        TimeLimit: 'ThirdPartyConnectionTimeLimitSeconds',
        DtmfDigits: 'ThirdPartyDTMFDigits',
      }),
      ContinueFlowExecution: blind ? 'False' : 'True',
    },
    ...(blind ? {} : { next: 'Success' }),
    errors: {
      ...ERROR,
      ...(blind ? {} : { CallFailed: 'CallFailure', ConnectionTimeLimitExceeded: 'Timeout' }),
    },
  };
};

const transfer: Conversion = (module, type) => {
  if (module.target === 'Flow') return toFlow(module, type);
  if (module.target === 'PhoneNumber') return toNumber(module, type);
  if (module.target === 'Agent') return { Type: 'TransferContactToAgent', Parameters: {} };
  return toQueue(module, type);
};

const checkAttribute: Conversion = (module) => {
  const namespace = module.parameters.find(({ name }) => name === 'Namespace')?.value ?? '';
  const attribute = module.parameters.find(({ name }) => name === 'Attribute')?.value ?? '';
  return {
    Type: 'Compare',
    Parameters: { ComparisonValue: reference(namespace, attribute) },
    errors: { NoMatchingCondition: 'NoMatch' },
    conditions: evaluated(module, 'Evaluate'),
  };
};

/** Thresholds are cumulative today: 30 % and 20 % are below 31 and below 51. */
const byPercentage: Conversion = (module) => {
  let below = 1;
  return {
    Type: 'DistributeByPercentage',
    Parameters: {},
    errors: { NoMatchingCondition: 'NoMatch' },
    conditions: evaluated(module, 'Evaluate').map(({ operand, to }) => {
      below += Number(operand);
      return { operator: 'NumberLessThan', operand: String(below), to };
    }),
  };
};

const staffing: Conversion = (module) => ({
  Type: 'CheckMetricData',
  Parameters: {
    MetricType: `NumberOfAgents${valueIn(module, 'Status') ?? 'Staffed'}`,
    ...renamed(module, { Queue: 'QueueId', Agent: 'AgentId' }),
  },
  errors: { NoMatchingCondition: 'False', ...ERROR },
  conditions: fixed(module, { True: '0' }).map((condition) => ({
    ...condition,
    operator: 'NumberGreaterThan',
  })),
});

/** A block asks for the age of the oldest contact or the length of the queue; with both, the first asked counts. */
const queueStatus: Conversion = (module) => {
  const byTime = evaluated(module, 'CheckQueueTime');
  const byLength = evaluated(module, 'CheckQueueCapacity');
  return {
    Type: 'CheckMetricData',
    Parameters: {
      MetricType: byTime.length > 0 ? 'OldestContactInQueueAgeSeconds' : 'NumberOfContactsInQueue',
      ...renamed(module, { Queue: 'QueueId', Agent: 'AgentId' }),
    },
    errors: NO_MATCH,
    conditions: byTime.length > 0 ? byTime : byLength,
    leftOut: byTime.length > 0 && byLength.length > 0 ? ['CheckQueueCapacity'] : [],
  };
};

const wait: Conversion = (module) => ({
  Type: 'Wait',
  Parameters: {
    ...renamed(module, { TimeoutSeconds: 'TimeLimitSeconds' }),
    ...(valueIn(module, 'InterruptOnCustomerReturn') === 'true' ? { Events: ['CustomerReturned'] } : {}),
  },
  errors: ERROR,
  conditions: fixed(module, { Timeout: 'WaitCompleted', CustomerReturn: 'CustomerReturned' }),
});

const VOICE_ID_ANSWERS = [
  'Authenticated',
  'NotAuthenticated',
  'Inconclusive',
  'NotEnrolled',
  'Enrolled',
  'OptedOut',
  'HighRisk',
  'LowRisk',
];

export const LEADING: Readonly<Record<string, Conversion>> = {
  Transfer: transfer,
  TransferToFlow: toFlow,
  CustomerInQueue: toQueue,
  CheckAttribute: checkAttribute,
  PercentileBranching: byPercentage,
  CheckStaffing: staffing,
  CheckQueueStatus: queueStatus,
  Wait: wait,
  Disconnect: () => ({ Type: 'DisconnectParticipant', Parameters: {} }),
  Resume: () => ({ Type: 'EndFlowExecution', Parameters: {} }),
  CheckHoursOfOperation: (module) => ({
    Type: 'CheckHoursOfOperation',
    Parameters: renamed(module, { Hours: 'HoursOfOperationId' }),
    errors: ERROR,
    conditions: fixed(module, { True: 'True', False: 'False' }),
  }),
  Loop: (module) => ({
    Type: 'Loop',
    Parameters: renamed(module, { LoopCount: 'LoopCount' }),
    next: 'Complete',
    errors: ERROR,
    conditions: fixed(module, { Looping: 'ContinueLooping', Complete: 'DoneLooping' }),
  }),
  CheckVoiceId: (module) => ({
    Type: 'CheckVoiceId',
    Parameters: renamed(module, { CheckVoiceIdOption: 'CheckVoiceIdOption' }),
    errors: ERROR,
    conditions: fixed(module, Object.fromEntries(VOICE_ID_ANSWERS.map((answer) => [answer, answer]))),
  }),
};
