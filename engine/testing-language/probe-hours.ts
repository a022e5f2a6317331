/** CheckHoursOfOperation under test. */
import type { Block } from '../blocks/block.ts';
import { scalar } from '../blocks/wire-values.ts';
import type { Probe } from './probe.ts';
import { ask, behaviourWith, mockedError, STAND_STILL } from './probe-forms.ts';

export const probeHours = (block: Block, probe: Probe): Block => ({
  ...block,
  prepare: (parameters) => ({
    run(step) {
      const given = scalar(parameters['HoursOfOperationId']);
      const queueArn = step.value('$.Queue.ARN');
      const ofQueue = queueArn === undefined ? undefined : probe.hoursOfQueue(queueArn);
      const resource = given === undefined ? ofQueue : step.value(given);
      const answer = ask(probe, step, 'CheckHoursOfOperation', resource);
      if (answer === 'go-on') return behaviourWith(block, parameters).run(step);
      if (answer === 'stand-still') return STAND_STILL;
      switch (answer.kind) {
        case 'substitute':
          return behaviourWith(block, { ...parameters, HoursOfOperationId: answer.arn }).run(step);
        case 'result':
          return { kind: 'compare', value: answer.value === 'InHours' ? 'True' : 'False' };
        case 'error':
          return mockedError(answer);
      }
    },
    resume: (_step, waiting) => ({ kind: 'wait', waiting }),
  }),
});
