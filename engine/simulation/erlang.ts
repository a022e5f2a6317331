/** How many agents a load needs: Erlang C, where every caller waits, and Erlang A, where some lose patience. */

/** A queue with one kind of agent, by the hour or any other stretch in which nothing changes. */
export interface Load {
  readonly callsAnHour: number;
  /** Mean time that an agent is busy with a call, all work after it included. */
  readonly handleSeconds: number;
}

export interface Expected {
  /** Share of callers who wait at all. */
  readonly waitShare: number;
  /** Mean wait of all callers who come, those who do not wait and those who leave included. */
  readonly waitSeconds: number;
  /** Share of callers who reach an agent within the target. */
  readonly serviceShare: number;
  /** Share of callers who leave the queue. */
  readonly abandonShare: number;
  /** Share of their time that agents are busy. */
  readonly occupancy: number;
}

/** Beyond this many places the share of callers who find the queue as long is below what a number can hold. */
const PLACES_MAX = 100_000;
const NEGLIGIBLE = 1e-10;
const AGENTS_MAX = 100_000;
const STEPS_MIN = 200;
const STEPS_MAX = 4_000;

export const erlangs = ({ callsAnHour, handleSeconds }: Load): number => (callsAnHour * handleSeconds) / 3600;

/** Share of callers who find no agent free where nobody can wait; the recursion never overflows. */
export function erlangB(agents: number, offered: number): number {
  let blocked = 1;
  for (let agent = 1; agent <= agents; agent += 1)
    blocked = (offered * blocked) / (agent + offered * blocked);
  return blocked;
}

/**
 * Poisson arrivals, exponential handle times, endless patience (A. K. Erlang, 1917).
 * @returns undefined where there are too few agents for the load: the queue grows without end
 */
export function erlangC(load: Load, agents: number, withinSeconds: number): Expected | undefined {
  const offered = erlangs(load);
  if (offered === 0) return { waitShare: 0, waitSeconds: 0, serviceShare: 1, abandonShare: 0, occupancy: 0 };
  if (agents <= offered) return undefined;
  const blocked = erlangB(agents, offered);
  const waitShare = (agents * blocked) / (agents - offered * (1 - blocked));
  const leaving = (agents - offered) / load.handleSeconds;
  return {
    waitShare,
    waitSeconds: waitShare / leaving,
    serviceShare: 1 - waitShare * Math.exp(-leaving * withinSeconds),
    abandonShare: 0,
    occupancy: offered / agents,
  };
}

/**
 * As Erlang C, and callers leave after an exponential patience (C. Palm, 1946; M/M/n+M). Summed state by state, so
 * that it holds for any number of agents; the share within the target is that of callers who reach an agent.
 */
export function erlangA(
  load: Load,
  agents: number,
  patienceSeconds: number,
  withinSeconds: number,
): Expected {
  const offered = erlangs(load);
  if (offered === 0) return { waitShare: 0, waitSeconds: 0, serviceShare: 1, abandonShare: 0, occupancy: 0 };
  const arrival = load.callsAnHour / 3600;
  const service = agents / load.handleSeconds;
  const impatience = 1 / patienceSeconds;
  // Weights relative to the state in which all agents are busy and nobody waits.
  const blocked = agents === 0 ? 1 : erlangB(agents, offered);
  const free = 1 / blocked - 1;
  let weight = 1;
  let busy = 0;
  let waiting = 0;
  const shares: number[] = [];
  for (let places = 0; places < PLACES_MAX && weight > NEGLIGIBLE; places += 1) {
    shares.push(weight);
    busy += weight;
    waiting += weight * places;
    weight *= arrival / (service + (places + 1) * impatience);
  }
  const sum = free + busy;
  const abandonShare = ((waiting / sum) * impatience) / arrival;
  return {
    waitShare: busy / sum,
    waitSeconds: waiting / sum / arrival,
    serviceShare: servedWithin(shares, sum, free, { service, impatience, withinSeconds }),
    abandonShare,
    occupancy: agents === 0 ? 0 : (offered * (1 - abandonShare)) / agents,
  };
}

/**
 * A caller who finds k others waiting goes through k + 1 departures, the i-th at rate service + i × impatience, and
 * reaches an agent if the own patience lasts. Followed on a grid of time: by the state of one's own place.
 */
function servedWithin(
  shares: readonly number[],
  sum: number,
  free: number,
  {
    service,
    impatience,
    withinSeconds,
  }: { readonly service: number; readonly impatience: number; readonly withinSeconds: number },
): number {
  // `ahead[k]`: chance to be waiting with k others ahead. Each step is small against every rate.
  const ahead = Float64Array.from(shares, (weight) => weight / sum);
  const fastest = service + (shares.length + 1) * impatience;
  const steps = Math.min(STEPS_MAX, Math.max(STEPS_MIN, Math.ceil(withinSeconds * fastest * 4)));
  const step = withinSeconds / steps;
  const leaves = 1 - Math.exp(-impatience * step);
  const movesUp = ahead.map((_, places) => 1 - Math.exp(-(service + places * impatience) * step));
  let served = free / sum;
  for (let at = 0; at < steps; at += 1) {
    let fromBehind = 0;
    for (let places = ahead.length - 1; places >= 0; places -= 1) {
      const here = ahead[places] ?? 0;
      const forward = here * (movesUp[places] ?? 0);
      ahead[places] = here - forward - here * leaves + fromBehind;
      fromBehind = forward;
    }
    served += fromBehind;
  }
  return Math.min(1, served);
}

/** The fewest agents with whom `isEnough` holds. @throws RangeError where no number of agents is */
export function agentsNeeded(isEnough: (agents: number) => boolean): number {
  let upTo = 1;
  while (!isEnough(upTo)) {
    upTo *= 2;
    if (upTo > AGENTS_MAX) throw new RangeError(`${AGENTS_MAX} agents are not enough for this target`);
  }
  let from = Math.floor(upTo / 2);
  while (upTo - from > 1) {
    const middle = Math.floor((from + upTo) / 2);
    if (isEnough(middle)) upTo = middle;
    else from = middle;
  }
  return upTo;
}
