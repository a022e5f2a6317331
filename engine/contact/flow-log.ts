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
  const { contact, step, frame } = run;
  const because = reason === undefined ? undefined : maskText(contact.secrets, reason);
  const taken = {
    kind: 'step-taken',
    contactId: contact.id,
    flowArn: frame.flow.arn,
    flowName: frame.flow.name,
    step: step.identifier,
    type: step.block.type,
    branch,
  } as const;
  if (because !== undefined) {
    world.effects.push(to === undefined ? { ...taken, because } : { ...taken, because, to: to.identifier });
  } else world.effects.push(to === undefined ? taken : { ...taken, to: to.identifier });
  if (door.wasLogged || contact.logging) writeLog(world, run, door, branch, because);
}

function writeLog(
  world: World,
  run: FlowRun,
  door: Doorway,
  branch: string,
  because: string | undefined,
): void {
  const { contact, step, frame } = run;
  const results =
    because ?? (branch === 'NextAction' || branch === 'Success' || branch === 'End' ? undefined : branch);
  const entries = door.logs.length > 0 ? door.logs : [{}];
  for (const entry of entries) {
    const shown = maskJson(contact.secrets, { Parameters: plainParameters(run, door), ...entry }, door.masks);
    world.effects.push({
      kind: 'flow-log',
      contactId: contact.id,
      entry: {
        ContactId: contact.segmentId,
        ContactFlowId: frame.flow.arn,
        ContactFlowName: frame.flow.name,
        ContactFlowModuleType: step.block.logName,
        Identifier: step.identifier,
        Timestamp: new Date(world.nowMs).toISOString(),
        ...(results === undefined ? {} : { Results: results }),
        ...(isObject(shown) ? shown : {}),
        ...(run.invocation?.masked === true ? maskedResults(entry) : {}),
      },
    });
  }
}

/** The result of a function that was given secrets is as secret as they are. */
function maskedResults(entry: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> {
  const results = entry['ExternalResults'];
  if (!isObject(results)) return {};
  return { ExternalResults: Object.fromEntries(Object.keys(results).map((name) => [name, MASK])) };
}

/** Parameters as the log has them: single values with references put in. */
function plainParameters({ contact, step }: FlowRun, door: Doorway): Record<string, Json> {
  const plain: Record<string, Json> = {};
  for (const [name, value] of Object.entries(step.parameters)) {
    const single = scalar(value);
    if (single !== undefined) plain[name] = door.text(single);
    else plain[name] = JSON.stringify(maskJson(contact.secrets, door.json(value), door.masks));
  }
  return plain;
}
