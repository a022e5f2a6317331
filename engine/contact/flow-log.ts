/** What is recorded as a contact leaves a block: the step for maps and transcripts, and Connect's flow log. */
import { scalar } from '../blocks/wire-values.ts';
import type { Json } from '../language/flow.ts';
import { isObject } from '../language/json.ts';
import type { CompiledStep } from './compiled-flow.ts';
import type { Doorway } from './doorway.ts';
import { MASK, maskJson, maskText } from './masking.ts';
import type { FlowRun } from './model.ts';
import type { World } from './world.ts';

/**
 * An entry is written when the block is left, with its branch; a block in which the caller hangs up has none. It is
 * written when the log was on before the block or is on after it, so that the block that turns the log on or off is
 * itself in the log (adminguide/contact-flow-log-data).
 * @param to the step that the branch leads to.
 */
export function recordLeaving(
  world: World,
  run: FlowRun,
  door: Doorway,
  branch: string,
  reason: string | undefined,
  to: CompiledStep | undefined,
): void {
  const { contact, frame, step } = run;
  const because = reason === undefined ? undefined : maskText(contact.secrets, reason);
  const { arn: flowArn, name: flowName } = frame.flow;
  const { identifier, block } = step;
  // Written out for the usual way of leaving a block: putting it together by spreading takes longer than most blocks.
  if (because === undefined && to !== undefined) {
    world.effects.push({
      kind: 'step-taken',
      contactId: contact.id,
      flowArn,
      flowName,
      step: identifier,
      type: block.type,
      branch,
      to: to.identifier,
    });
  } else {
    world.effects.push({
      kind: 'step-taken',
      contactId: contact.id,
      flowArn,
      flowName,
      step: identifier,
      type: block.type,
      branch,
      ...(because === undefined ? undefined : { because }),
      ...(to === undefined ? undefined : { to: to.identifier }),
    });
  }
  if (door.wasLogged || contact.logging) {
    const results =
      because ?? (branch === 'NextAction' || branch === 'Success' || branch === 'End' ? undefined : branch);
    if (door.logs.length === 0) writeEntry(world, run, door, results, NO_OWN);
    else for (const own of door.logs) writeEntry(world, run, door, results, own);
  }
}

type Entry = Readonly<Record<string, Json>>;
const NO_OWN: Entry = {};

/** `own`: what the block itself has to say, in place of the usual. */
function writeEntry(
  world: World,
  run: FlowRun,
  door: Doorway,
  results: string | undefined,
  own: Entry,
): void {
  const { contact, frame, step } = run;
  const entry: Record<string, Json> = {
    ContactId: contact.segmentId,
    ContactFlowId: frame.flow.arn,
    ContactFlowName: frame.flow.name,
    ContactFlowModuleType: step.block.logName,
    Identifier: step.identifier,
    Timestamp: world.stamps.at(world.nowMs),
  };
  if (results !== undefined) entry['Results'] = results;
  entry['Parameters'] = maskJson(contact.secrets, plainParameters(run, door), door.masks);
  for (const name in own) entry[name] = maskJson(contact.secrets, own[name] ?? null, door.masks);
  if (run.invocation?.masked === true) maskResults(entry);
  world.effects.push({ kind: 'flow-log', contactId: contact.id, entry });
}

/** The result of a function that was given secrets is as secret as they are. */
function maskResults(entry: Record<string, Json>): void {
  const results = entry['ExternalResults'];
  if (!isObject(results)) return;
  entry['ExternalResults'] = Object.fromEntries(Object.keys(results).map((name) => [name, MASK]));
}

/** Parameters as the log has them: single values with references put in. */
function plainParameters({ contact, step }: FlowRun, door: Doorway): Entry {
  if (step.logged !== undefined) return step.logged;
  const plain: Record<string, Json> = {};
  for (const name in step.parameters) {
    const value = step.parameters[name] ?? null;
    const single = scalar(value);
    if (single !== undefined) plain[name] = door.text(single);
    else plain[name] = JSON.stringify(maskJson(contact.secrets, door.json(value), door.masks));
  }
  return plain;
}
