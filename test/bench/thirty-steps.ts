/** A flow of thirty steps as an author writes it: five menus with what comes after each. */

import type { AuthoredFlow } from '../../engine/authoring/built-flow.ts';
import { setAttributes, setQueue } from '../../engine/authoring/contact.ts';
import { decide } from '../../engine/authoring/deciding.ts';
import { flow } from '../../engine/authoring/flow.ts';
import { hangUp, joinQueue } from '../../engine/authoring/handing-over.ts';
import { menu } from '../../engine/authoring/keys.ts';
import { resource } from '../../engine/authoring/resource.ts';
import { say } from '../../engine/authoring/speaking.ts';

const choose = <One extends string, Two extends string>(one: One, two: Two) =>
  menu<One | Two | 'bye'>({
    prompt: 'For your orders, press 1. For a problem, press 2.',
    timeoutSeconds: 5,
    choices: { 1: one, 2: two },
    onTimeout: one,
    onNoMatch: one,
    onError: 'bye',
  });
const thank = <Next extends string>(next: Next) => say({ prompt: 'Thank you. One moment, please.', next });
const remember = <Next extends string>(next: Next) =>
  setAttributes<Next | 'bye'>({
    attributes: { reason: 'orders', asked: '$.StoredCustomerInput' },
    next,
    onError: 'bye',
  });
const fork = <One extends string, Two extends string>(one: One, two: Two) =>
  decide<One | Two>({ value: '$.Attributes.reason', cases: { orders: one, problems: two }, otherwise: two });
const queue = <Next extends string>(next: Next) =>
  setQueue<Next | 'bye'>({ queue: resource('queue', 'support'), next, onError: 'bye' });

/** Every call builds every step anew. */
export const buildThirtySteps = (): AuthoredFlow =>
  flow({
    name: 'thirty-steps',
    title: 'Thirty steps',
    description: 'Five menus, one after the other.',
    type: 'CONTACT_FLOW',
    start: 'menu-1',
    steps: {
      'menu-1': choose('thank-1', 'remember-1'),
      'thank-1': thank('remember-1'),
      'remember-1': remember('fork-1'),
      'fork-1': fork('queue-1', 'menu-2'),
      'queue-1': queue('join-1'),
      'join-1': joinQueue({ onFull: 'menu-2', onError: 'bye' }),
      'menu-2': choose('thank-2', 'remember-2'),
      'thank-2': thank('remember-2'),
      'remember-2': remember('fork-2'),
      'fork-2': fork('queue-2', 'menu-3'),
      'queue-2': queue('join-2'),
      'join-2': joinQueue({ onFull: 'menu-3', onError: 'bye' }),
      'menu-3': choose('thank-3', 'remember-3'),
      'thank-3': thank('remember-3'),
      'remember-3': remember('fork-3'),
      'fork-3': fork('queue-3', 'menu-4'),
      'queue-3': queue('join-3'),
      'join-3': joinQueue({ onFull: 'menu-4', onError: 'bye' }),
      'menu-4': choose('thank-4', 'remember-4'),
      'thank-4': thank('remember-4'),
      'remember-4': remember('fork-4'),
      'fork-4': fork('queue-4', 'menu-5'),
      'queue-4': queue('join-4'),
      'join-4': joinQueue({ onFull: 'menu-5', onError: 'bye' }),
      'menu-5': choose('thank-5', 'remember-5'),
      'thank-5': thank('remember-5'),
      'remember-5': remember('fork-5'),
      'fork-5': fork('queue-5', 'bye'),
      'queue-5': queue('bye'),
      bye: hangUp(),
    },
  });
