/** Holds a flow against what its blocks declare, and answers in the words that the service refuses a flow with. */
import type { Branches } from './branches.ts';
import { checkBranches } from './check-branches.ts';
import { checkObject } from './check-parameters.ts';
import { type Diagnostic, error } from './diagnostic.ts';
import type { FlowAction, FlowDocument, FlowType } from './flow.ts';
import type { ObjectShape } from './parameters.ts';

/** The part of a block that the check asks for. */
export interface ActionDeclaration {
  readonly type: string;
  readonly parameters: ObjectShape;
  branches(parameters: Readonly<Record<string, unknown>>): Branches;
  readonly flowTypes: readonly FlowType[];
}

/**
 * Every refusal of the flow, in the order of its actions. Reads a document that has been parsed without errors:
 * dangling targets are the parser's to find.
 *
 * @param declarationOf gives the block of an action type, undefined for a type that nobody knows.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html
 */
export function checkFlow(
  document: FlowDocument,
  flowType: FlowType,
  declarationOf: (type: string) => ActionDeclaration | undefined,
): readonly Diagnostic[] {
  const settings =
    flowType === 'MODULE' && (document.Settings === undefined || document.Settings === null)
      ? [
          error(
            'publish/missing-settings',
            'JSON field is missing or null for field name: settings',
            'Settings',
          ),
        ]
      : [];
  const actions = document.Actions.flatMap((action, index) =>
    checkAction(action, index, flowType, declarationOf(action.Type)),
  );
  return [...settings, ...actions];
}

/** Every refusal of one action. `index` is its place in `Actions`, which the service's messages name. */
export function checkAction(
  action: FlowAction,
  index: number,
  flowType: FlowType,
  declaration: ActionDeclaration | undefined,
): readonly Diagnostic[] {
  const place = `Actions[${index}]`;
  if (declaration === undefined || !declaration.flowTypes.includes(flowType)) {
    const path = `${place}.Type`;
    const message = `Invalid Action type. Type: ${action.Type}, Path: ${path}`;
    return [error('publish/invalid-type', message, path, action.Identifier)];
  }
  const refusals = [
    ...checkObject(action.Parameters, declaration.parameters, 'Parameters'),
    ...checkBranches(action.Transitions, declaration.branches(action.Parameters)),
  ];
  return refusals.map(({ code, message, path }) => {
    const full = path === '' ? place : `${place}.${path}`;
    return error(code, message(full), full, action.Identifier);
  });
}
