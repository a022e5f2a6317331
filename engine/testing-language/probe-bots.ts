/** Blocks that hand the caller to a bot, under test: offline the test case answers in the bot's place. */
import { type AnyBlock, type Block, isExecutable } from '../blocks/block.ts';
import { failed } from '../blocks/forms.ts';
import { localeIdOf } from '../blocks/lex-conversation.ts';
import type { BlockResult, BlockStep } from '../blocks/step.ts';
import { recordOf, scalar } from '../blocks/wire-values.ts';
import { isObject, type JsonObject } from '../language/json.ts';
import type { Probe } from './probe.ts';
import { ask, behaviourWith, mockedError, reachedAction, STAND_STILL } from './probe-forms.ts';
import { AGENT_PARTS } from './read-flow-action.ts';
import type { FlowActionType, Strategy } from './test-case.ts';

const MOCK_TIMER = 'mocked-answer';

export const probeLex = (block: AnyBlock, probe: Probe): Block =>
  probeBot(block, probe, {
    type: 'ConnectParticipantWithLexBot',
    resourceOf(step) {
      const aliasArn = scalar(recordOf(step.parameters['LexV2Bot'])['AliasArn']);
      const name = scalar(recordOf(step.parameters['LexBot'])['Name']);
      return step.text(aliasArn ?? name ?? '');
    },
    runs: (step, resource) => step.instance.bot(resource, localeIdOf(step)) !== undefined,
  });

export const probeAgenticCx = (block: AnyBlock, probe: Probe): Block =>
  probeBot(block, probe, {
    type: 'ConnectParticipantWithAgenticCX',
    resourceOf(step) {
      const configuration = recordOf(step.parameters['AgentConfiguration']);
      return AGENT_PARTS.map((name) => step.text(scalar(configuration[name]) ?? '')).join('/');
    },
    runs: () => false,
  });

interface ProbedBot {
  readonly type: FlowActionType;
  /** How the test case names the bot. */
  resourceOf(step: BlockStep): string;
  /** Whether there is such a bot here. */
  runs(step: BlockStep, resource: string): boolean;
}

/** Where there is no such bot, the block goes as far as its mocked answer goes. */
function probeBot(block: AnyBlock, probe: Probe, { type, resourceOf, runs }: ProbedBot): Block {
  const answer = (step: BlockStep, strategy: Exclude<Strategy, { kind: 'substitute' }>): BlockResult => {
    if (strategy.kind === 'error') return mockedError(strategy);
    const result = lexResult(strategy.value);
    step.state.setLex(result);
    probe.completed(reachedAction(step, type, resourceOf(step)), { Lex: result });
    return { kind: 'compare', value: scalar(result['IntentName']) };
  };
  return {
    ...block,
    prepare: (parameters) => {
      const behaviour = isExecutable(block) ? behaviourWith(block, parameters) : undefined;
      return {
        run(step) {
          const resource = resourceOf(step);
          const told = ask(probe, step, type, resource);
          if (told === 'stand-still') return STAND_STILL;
          if (told !== 'go-on' && told.kind !== 'substitute') {
            if (told.delaySeconds === 0) return answer(step, told);
            step.startTimer(MOCK_TIMER, told.delaySeconds * 1000);
            return { kind: 'wait', waiting: { kind: 'bot', strategy: told } };
          }
          if (behaviour !== undefined && runs(step, resource)) return behaviour.run(step);
          probe.missing(step.value('$.InitialContactId') ?? '', missing(block, resource));
          return failed(`${block.type} cannot run offline`);
        },
        resume(step, waiting, happened) {
          const { strategy } = waiting;
          if (happened.kind === 'time' && happened.timer === MOCK_TIMER && isMock(strategy))
            return answer(step, strategy);
          return behaviour?.resume?.(step, waiting, happened) ?? { kind: 'wait', waiting };
        },
      };
    },
  };
}

const missing = ({ type }: AnyBlock, resource: string): string =>
  `the flow reached '${resource}' by ${type}, which cannot run offline; let the test case answer with a MockResponse`;

const isMock = (value: unknown): value is Exclude<Strategy, { kind: 'substitute' }> =>
  typeof value === 'object' && value !== null && 'delaySeconds' in value;

/** The answer is `$.Lex` itself: nobody has published another form. Readers let nothing but an object through. */
function lexResult(json: string): JsonObject {
  const value = JSON.parse(json);
  return isObject(value) ? value : {};
}
