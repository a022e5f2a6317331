/** A complaint by key: how bad it is, and what caused it; both stand with the case from its beginning. */
import { setAttributes } from '../engine/authoring/contact.ts';
import { say } from '../engine/authoring/speaking.ts';
import type { AttributeValues } from './attributes.ts';
import { choice } from './choice.ts';
import type { Words } from './prompts/words.ts';

/** The reason of the case says both (lambdas/domain/case-types.ts). */
const keepComplaint = (cause: 'defect' | 'damage' | 'wrong-item' | 'other', severity: 'high' | 'normal') => {
  const values: AttributeValues = { problem: `complaint-${cause}-${severity}` };
  return setAttributes({ attributes: values, next: 'told-before', onError: 'not-noted' });
};

/** To be spread into a flow's steps; `complaint` is where they begin. */
export const complaining = (words: Words) =>
  ({
    complaint: say({ prompt: words.complaintHeard, next: 'severity' }),
    severity: choice(words, {
      prompt: words.complaintSeverity,
      choices: { 1: 'severe-cause', 2: 'cause', 0: 'because-problem' },
      onGiveUp: 'because-problem',
      onError: 'choice-fault',
    }),
    'severe-cause': choice(words, {
      prompt: words.complaintCause,
      choices: { 1: 'severe-defect', 2: 'severe-damage', 3: 'severe-wrong-item', 4: 'severe-other' },
      onGiveUp: 'because-problem',
      onError: 'choice-fault',
    }),
    cause: choice(words, {
      prompt: words.complaintCause,
      choices: { 1: 'defect', 2: 'damage', 3: 'wrong-item', 4: 'other-cause' },
      onGiveUp: 'because-problem',
      onError: 'choice-fault',
    }),
    'severe-defect': keepComplaint('defect', 'high'),
    'severe-damage': keepComplaint('damage', 'high'),
    'severe-wrong-item': keepComplaint('wrong-item', 'high'),
    'severe-other': keepComplaint('other', 'high'),
    defect: keepComplaint('defect', 'normal'),
    damage: keepComplaint('damage', 'normal'),
    'wrong-item': keepComplaint('wrong-item', 'normal'),
    'other-cause': keepComplaint('other', 'normal'),
  }) as const;
