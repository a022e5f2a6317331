/** A complaint by key: how bad it is, what caused it, what its caller wants, and the order; all stand with the case from its beginning. */
import { call } from '../engine/authoring/calling.ts';
import { setAttributes } from '../engine/authoring/contact.ts';
import { count } from '../engine/authoring/deciding.ts';
import { menu } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import { openComplaint } from '../lambdas/open-complaint/contract.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { caseTold } from './case-told.ts';
import { choice } from './choice.ts';
import { namingOrder, type OrderKeyed } from './name-order.ts';
import type { Words } from './prompts/words.ts';

/** The reason of the case says both (lambdas/domain/case-types.ts). */
const keepComplaint = (cause: 'defect' | 'damage' | 'wrong-item' | 'other', severity: 'high' | 'normal') => {
  const values: AttributeValues = { problem: `complaint-${cause}-${severity}`, wantedOutcome: 'ask' };
  return setAttributes({ attributes: values, next: 'told-before', onError: 'not-noted' });
};

const keepWish = (wantedOutcome: 'refund' | 'replacement' | 'repair' | 'none') => {
  const values: AttributeValues = { wantedOutcome };
  return setAttributes({ attributes: values, next: 'whose', onError: 'not-noted' });
};

const open = (orderNumber: OrderKeyed) =>
  call(openComplaint, {
    parameters: {
      reason: attributes.problem,
      wantedOutcome: attributes.wantedOutcome,
      orderNumber,
      customerId: attributes.customerId,
      verified: attributes.verified,
    },
    outcomes: { opened: 'complaint-noted', 'no-number': 'withheld' },
    onFault: 'not-noted',
  });

/**
 * To be spread into a flow's steps; `complaint` is where they begin, and `wanted` where no case of it is known. Who
 * says nothing to `wanted` and to which order it is has told enough: a person asks what is missing.
 */
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
    wanted: menu({
      prompt: words.complaintWanted,
      timeoutSeconds: 5,
      choices: { 1: 'wants-refund', 2: 'wants-replacement', 3: 'wants-repair', 4: 'wants-nothing' },
      onTimeout: 'wants-nothing',
      onNoMatch: 'wanted-other-key',
      onError: 'choice-fault',
    }),
    'wanted-other-key': say({ prompt: words.choiceOtherKey, next: 'count-wanted' }),
    'count-wanted': count({ times: 1, again: 'wanted', done: 'wants-nothing' }),
    'wants-refund': keepWish('refund'),
    'wants-replacement': keepWish('replacement'),
    'wants-repair': keepWish('repair'),
    'wants-nothing': keepWish('none'),
    ...namingOrder(words, words.complaintOrder, open),
    'complaint-noted': caseTold(words, openComplaint),
  }) as const;
