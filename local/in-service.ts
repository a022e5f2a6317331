/** The instance in service: a world in which nobody has called yet, its clock, and whoever writes down what happens in it. */
import type { FindBlock } from '../engine/contact/compiled-flow.ts';
import type { Driver, Ports } from '../engine/contact/driver.ts';
import { createWorld, type Instance, type World } from '../engine/contact/engine.ts';
import { createVirtualDriver } from '../engine/contact/virtual-driver.ts';
import { createWallDriver } from '../engine/contact/wall-driver.ts';
import { type ReadyParts, readyParts } from '../engine/contact/world.ts';
import { enginePorts } from './connect/engine-ports.ts';
import { whyNotReady } from './connect/not-in-service.ts';
import type { Recorder } from './connect/recorder.ts';
import { CallerSounds } from './connect/records/caller-sounds.ts';
import { type Imperfection, LIKE_THE_SERVICE } from './connect/records/courier.ts';
import { RecordOffice, type RecordOfficeOptions } from './connect/records/record-office.ts';
import { createCentre, type RunningCentre } from './connect/running-centre.ts';
import type { ConnectState } from './connect/state.ts';
import { wallClock } from './connect/wall-clock.ts';
import { withTimedWork } from './scheduler/driving.ts';
import { type TimedWork, together } from './timed-work.ts';

export interface InService {
  readonly world: World;
  readonly driver: Driver;
  readonly centre: RunningCentre;
  /** Undefined where nothing is written down. */
  readonly office: RecordOffice | undefined;
  /** What runs by the clock beside the calls. */
  readonly work: TimedWork;
}

/** What `bootCloud` was told of it. */
export interface ServiceOptions {
  readonly records?: Imperfection | 'undelivered' | false;
  readonly runsSchedules?: boolean;
  readonly findBlock?: FindBlock;
  readonly dataFolder?: string;
}

export interface ServiceParts {
  readonly instance: Instance;
  readonly state: ConnectState;
  readonly recorder: Recorder;
  readonly invoke: Ports['invoke'];
  /** What else runs by the clock; schedules only where the options say so. */
  readonly timed: Readonly<Record<'asynchronous' | 'scheduler' | 'bus' | 'mappings', TimedWork>>;
  readonly recordParts: Pick<RecordOfficeOptions, 'streams' | 'bus' | 'buckets'>;
  readonly options: ServiceOptions;
  /** The clock jumps; the one on the wall otherwise. */
  readonly isVirtual: boolean;
  readonly seed: number;
  readonly nowMs: () => number;
  readonly onFault: (fault: unknown) => void;
}

/**
 * @returns puts the instance into service at a moment (ms since 1970), as often as wanted; what is the same each time is
 * made ready once
 */
export function servesFrom(parts: ServiceParts): (sinceMs: number) => InService {
  const { instance, state, recorder, invoke, timed, seed, nowMs, onFault, options, isVirtual } = parts;
  const { records = LIKE_THE_SERVICE, runsSchedules = true, findBlock, dataFolder } = options;
  let ready: ReadyParts | undefined;
  return (sinceMs) => {
    const world = createWorld({
      instance,
      seed,
      nowMs: sinceMs,
      ...(findBlock === undefined ? {} : { findBlock }),
      ...(ready === undefined ? {} : { ready }),
    });
    ready ??= readyParts(world);
    const sounds = new CallerSounds();
    const imperfection = records === 'undelivered' || records === false ? undefined : records;
    const office =
      records === false
        ? undefined
        : new RecordOffice({
            ...parts.recordParts,
            world,
            state,
            sounds,
            dataFolder,
            seed,
            nowMs,
            imperfection,
          });
    const ports = enginePorts({ state, recorder, office, invoke, onFault });
    const { asynchronous, scheduler, bus, mappings } = timed;
    const work = together(
      [
        asynchronous,
        ...(runsSchedules ? [scheduler] : []),
        ...(office === undefined ? [mappings] : [office, bus, mappings]),
      ],
      nowMs,
    );
    const driver: Driver = isVirtual
      ? withTimedWork(createVirtualDriver(world, ports), work)
      : createWallDriver(world, ports, wallClock());
    const notReady = () => whyNotReady(state);
    const centre = createCentre({ state, world, driver, recorder, sounds, notReady });
    return { world, driver, centre, office, work };
  };
}
