import type { State } from 'jest-circus';

export function collected(): State['rootDescribeBlock'];
export function nowRuns(name: string): void;
