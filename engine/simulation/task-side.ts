/** The tasks of a day: those that come by the hour and those that flows begin, put off, paused, and worked on. */
import type { Effect } from '../contact/events.ts';
import type { SeededRandom } from '../contact/seeded-random.ts';
import { TASK_DELAY_SECONDS_MAX } from '../limits.ts';
import type { Plan } from './agenda.ts';
import { ChannelTally } from './channel-tally.ts';
import { exponential, happens, logNormal, share } from './distributions.ts';
import { type Deed, type SimulatedAgent, type SimulatedTask, type TaskDeed, talkMs } from './people.ts';
import type { Tasks } from './scenario.ts';
import type { SharedDay } from './shared-day.ts';

/** Until somebody tries again to end a task whose agent is away. */
const AGAIN_MS = 30_000;

export class TaskSide {
  readonly tally: ChannelTally;
  readonly #day: SharedDay;
  readonly #chance: SeededRandom;
  /** Absent: none come but those of flows, which take as long as a talk. */
  readonly #tasks: Tasks | undefined;
  readonly #open = new Map<string, SimulatedTask>();
  #isStarting = false;

  constructor(day: SharedDay, chance: SeededRandom, startMs: number) {
    const { scenario } = day;
    this.#day = day;
    this.#chance = chance;
    this.#tasks = scenario.tasks;
    this.tally = new ChannelTally(scenario.tasks ?? {}, scenario, startMs);
  }

  arrives(atMs: number): void {
    if (this.#tasks === undefined) throw new Error('a task came to a day without tasks');
    const { flow, attributes, later } = this.#tasks;
    const flowId = this.#day.world.instance.flows.find(({ name }) => name === flow)?.id ?? flow;
    const isLater = happens(this.#chance, later?.chance ?? 0);
    const afterSeconds = exponential(this.#chance, later?.meanSeconds ?? 0);
    const startsAtMs = atMs + Math.ceil(1000 * Math.min(afterSeconds, TASK_DELAY_SECONDS_MAX));
    this.#isStarting = true;
    this.#day.send(
      {
        kind: 'start-task',
        flowId,
        name: 'Task',
        ...(attributes === undefined ? {} : { attributes }),
        ...(isLater && startsAtMs > atMs ? { startsAtMs } : {}),
      },
      atMs,
    );
    this.#isStarting = false;
  }

  see(effect: Effect, atMs: number): void {
    if (effect.kind === 'task-started') {
      this.#open.set(effect.contactId, newTask(effect.contactId));
      if (this.#isStarting) this.tally.came(atMs);
      else this.tally.byFlows += 1;
      return;
    }
    const task = 'contactId' in effect ? this.#open.get(effect.contactId) : undefined;
    if (task === undefined) return;
    switch (effect.kind) {
      case 'queued':
        this.#isQueued(task, atMs);
        return;
      case 'connected':
        this.#isConnected(task, this.#day.agentDesk.agent(effect.userId), atMs);
        return;
      case 'task-paused':
        this.#isPaused(task, atMs);
        return;
      case 'task-resumed':
        this.#isResumed(task, atMs);
        return;
      case 'contact-ended':
        this.#open.delete(task.contactId);
        for (const plan of task.plans) this.#day.agenda.cancel(plan);
        if (task.connectedAtMs !== undefined) this.tally.isHandled(task.connectedAtMs + task.pausedMs, atMs);
        else if (task.queuedAtMs !== undefined) this.tally.left(task.queuedAtMs, atMs);
        return;
      default:
    }
  }

  do({ what, task }: TaskDeed, atMs: number): void {
    const { contactId, agent } = task;
    switch (what) {
      case 'pauses':
        // Refused where it rings, and where the agent has as many paused tasks as they may have: it just goes on.
        this.#day.replay({ kind: 'pause-task', contactId }, atMs);
        return;
      case 'resumes':
        this.#day.replay({ kind: 'resume-task', contactId }, atMs);
        return;
      case 'finishes':
        // At an agent whose desk is gone a task waits.
        if (agent === undefined || !this.#day.agentDesk.ends(agent, contactId, atMs))
          this.#finishes(task, atMs + AGAIN_MS);
    }
  }

  /** The work waits with it. */
  #isPaused(task: SimulatedTask, atMs: number): void {
    this.tally.pauses += 1;
    task.pausedAtMs = atMs;
    this.#day.agenda.cancel(task.finishing);
    this.#plan(task, 'resumes', atMs + task.pauseMs);
  }

  #isResumed(task: SimulatedTask, atMs: number): void {
    if (task.pausedAtMs === undefined || task.finishing === undefined) return;
    task.pausedMs += atMs - task.pausedAtMs;
    this.#finishes(task, atMs + task.finishing.dueMs - task.pausedAtMs);
  }

  #finishes(task: SimulatedTask, atMs: number): void {
    task.finishing = this.#plan(task, 'finishes', atMs);
  }

  #isQueued(task: SimulatedTask, atMs: number): void {
    if (task.queuedAtMs !== undefined) return;
    task.queuedAtMs = atMs;
    this.tally.queued(atMs);
    const pauses = this.#tasks?.pauses;
    if (pauses === undefined || !happens(this.#chance, pauses.inQueue)) return;
    this.#willPause(task, atMs + 1, pauses.meanSeconds);
  }

  #isConnected(task: SimulatedTask, agent: SimulatedAgent, atMs: number): void {
    const { agentDesk, faults, scenario } = this.#day;
    this.tally.atOnceMax = Math.max(this.tally.atOnceMax, agentDesk.has(agent, 'TASK'));
    if (task.connectedAtMs === undefined && task.queuedAtMs !== undefined)
      this.tally.answered(task.queuedAtMs, atMs);
    task.connectedAtMs ??= atMs;
    task.agent = agent;
    const worksMs =
      this.#tasks === undefined
        ? talkMs(this.#chance, scenario.agents)
        : 1000 * logNormal(this.#chance, this.#tasks.handle);
    const pauses = this.#tasks?.pauses;
    const isPaused = task.pauseMs === 0 && pauses !== undefined && happens(this.#chance, pauses.atAgent);
    if (isPaused) this.#willPause(task, atMs + share(this.#chance) * worksMs, pauses.meanSeconds);
    const untilMs = atMs + worksMs;
    this.#finishes(task, untilMs);
    const fault = faults.strike('talking');
    if (fault !== undefined) agentDesk.breaksOff(fault, agent, task.contactId, atMs, untilMs);
  }

  #willPause(task: SimulatedTask, atMs: number, meanSeconds: number): void {
    task.pauseMs = 1 + Math.ceil(1000 * exponential(this.#chance, meanSeconds));
    this.#plan(task, 'pauses', atMs);
  }

  #plan(task: SimulatedTask, what: TaskDeed['what'], dueMs: number): Plan<Deed> {
    const plan = this.#day.agenda.add(dueMs, { kind: 'of-task', what, task });
    task.plans.push(plan);
    return plan;
  }
}

const newTask = (contactId: string): SimulatedTask => ({
  contactId,
  plans: [] as Plan<Deed>[],
  queuedAtMs: undefined,
  connectedAtMs: undefined,
  pauseMs: 0,
  pausedAtMs: undefined,
  pausedMs: 0,
  finishing: undefined,
  agent: undefined,
});
