/** TransferContactToQueue and DequeueContactAndTransferToQueue under test. */
import type { Block } from '../blocks/block.ts';
import { failed } from '../blocks/forms.ts';
import { prepareQueue } from '../blocks/queue-choice.ts';
import type { BlockResult } from '../blocks/step.ts';
import type { Answer, Probe } from './probe.ts';
import { ask, behaviourWith, mockedError, STAND_STILL } from './probe-forms.ts';

/** A substitute becomes the contact's queue, as its references say from then on. */
export const probeQueue = (block: Block, probe: Probe): Block => ({
  ...block,
  prepare(parameters) {
    const behaviour = behaviourWith(block, parameters);
    return {
      run(step) {
        const answer = ask(probe, step, 'TransferContactToQueue', step.value('$.Queue.ARN'));
        return answered(
          answer,
          () => behaviour.run(step),
          (arn) => {
            if (!step.instance.queueExists(arn))
              return failed(`queue '${arn}' of the test case does not exist`);
            step.state.setQueue(arn);
            return behaviour.run(step);
          },
        );
      },
      resume: (_step, waiting) => ({ kind: 'wait', waiting }),
    };
  },
});

export const probeDequeue = (block: Block, probe: Probe): Block => ({
  ...block,
  prepare(parameters) {
    const choose = prepareQueue(parameters);
    return {
      run(step) {
        const choice = choose(step);
        const target = choice.kind === 'target' ? step.value('$.Queue.ARN') : undefined;
        const queue = choice.kind === 'queue' ? choice.queueId : target;
        return answered(
          ask(probe, step, 'DequeueAndTransferToQueue', queue),
          () => behaviourWith(block, parameters).run(step),
          (arn) => behaviourWith(block, { QueueId: arn }).run(step),
        );
      },
      resume: (_step, waiting) => ({ kind: 'wait', waiting }),
    };
  },
});

function answered(
  answer: Answer,
  goOn: () => BlockResult,
  substitute: (arn: string) => BlockResult,
): BlockResult {
  if (answer === 'go-on') return goOn();
  if (answer === 'stand-still') return STAND_STILL;
  if (answer.kind === 'error') return mockedError(answer);
  return answer.kind === 'substitute'
    ? substitute(answer.arn)
    : failed('a transfer to a queue has no result to answer with');
}
