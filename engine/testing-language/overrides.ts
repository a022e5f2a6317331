/** The overrides that a test has set and no flow action has used yet: single use, first in first out per resource. */
import { sameResource } from './same-resource.ts';
import type { FlowActionPlace, FlowActionType, Strategy } from './test-case.ts';

interface Override {
  readonly action: FlowActionPlace;
  readonly strategy: Strategy;
}

export class Overrides {
  #waiting: readonly Override[] = [];

  add(action: FlowActionPlace, strategy: Strategy): void {
    this.#waiting = [...this.#waiting, { action, strategy }];
  }

  /** The oldest one for the resource, used up by this. */
  take(type: FlowActionType, resource: string): Strategy | undefined {
    const found = this.#waiting.find(
      ({ action }) => action.type === type && sameResource(action.resource, resource),
    );
    this.#waiting = this.#waiting.filter((one) => one !== found);
    return found?.strategy;
  }

  /** What no flow action has come for. */
  get unused(): readonly FlowActionPlace[] {
    return this.#waiting.map(({ action }) => action);
  }
}
