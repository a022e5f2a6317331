/** CheckHoursOfOperation under test. */
import type { Block } from '../blocks/block.ts';
import { scalar } from '../blocks/wire-values.ts';
import type { Probe } from './probe.ts';
import { ask, mockedError, STAND_STILL } from './probe-forms.ts';
import { withChanges } from './with-changes.ts';

export const probeHours = (block: Block, probe: Probe): Block => ({
  ...block,
  run(step) {
    const given = scalar(step.parameters['HoursOfOperationId']);
    const queueArn = step.value('$.Queue.ARN');
    const ofQueue = queueArn === undefined ? undefined : probe.hoursOfQueue(queueArn);
    const resource = given === undefined ? ofQueue : step.value(given);
    const answer = ask(probe, step, 'CheckHoursOfOperation', resource);
    if (answer === 'go-on') return block.run(step);
    if (answer === 'stand-still') return STAND_STILL;
    switch (answer.kind) {
      case 'substitute':
        return block.run(
          withChanges(step, { parameters: { ...step.parameters, HoursOfOperationId: answer.arn } }),
        );
      case 'result':
        return { kind: 'compare', value: answer.value === 'InHours' ? 'True' : 'False' };
      case 'error':
        return mockedError(answer);
    }
  },
  resume: (_step, waiting) => ({ kind: 'wait', waiting }),
});
