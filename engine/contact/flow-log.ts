/** What is recorded as a contact leaves a block: the step for maps and transcripts, and Connect's flow log. */
import { scalar } from '../blocks/wire-values.ts';
import type { Json } from '../language/flow.ts';
import { isObject } from '../language/json.ts';
import type { Door } from './door.ts';
import { MASK, maskJson, maskText } from './masking.ts';
import type { FlowRun } from './model.ts';
import type { World } from './world.ts';

interface Leaving {
  readonly branch: string;
  readonly because: string | undefined;
  readonly to: string | undefined;
  /** The flow log was on before the block ran. */
  readonly logged: boolean;
}

/**
 * An entry is written when the block is left, with its branch; a block in which the caller hangs up has none. It is
 * written when the log was on before the block or is on after it, so that the block that turns the log on or off is
 * itself in the log (adminguide/contact-flow-log-data).
 */
export function recordLeaving(world: World, run: FlowRun, door: Door, leaving: Leaving): void {
  const { contact, step, frame } = run;
  const because = leaving.because === undefined ? undefined : maskText(contact.secrets, leaving.because);
  const taken = {
    kind: 'step-taken',
    contactId: contact.id,
    flowArn: frame.flow.arn,
    flowName: frame.flow.name,
    step: step.identifier,
    type: step.block.type,
    branch: leaving.branch,
  } as const;
  if (because !== undefined) {
    world.effects.push(
      leaving.to === undefined ? { ...taken, because } : { ...taken, because, to: leaving.to },
    );
  } else world.effects.push(leaving.to === undefined ? taken : { ...taken, to: leaving.to });
  if (leaving.logged || contact.logging) writeLog(world, run, door, leaving.branch, because);
}

function writeLog(world: World, run: FlowRun, door: Door, branch: string, because: string | undefined): void {
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
function plainParameters({ contact, step }: FlowRun, door: Door): Record<string, Json> {
  const plain: Record<string, Json> = {};
  for (const [name, value] of Object.entries(step.parameters)) {
    const single = scalar(value);
    if (single !== undefined) plain[name] = door.text(single);
    else plain[name] = JSON.stringify(maskJson(contact.secrets, door.json(value), door.masks));
  }
  return plain;
}
