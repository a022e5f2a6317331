/** What the engine's driver has of the local cloud: who sees its effects, its functions, and other services. */
import type { Ports } from '../../engine/contact/driver.ts';
import type { Recorder } from './recorder.ts';
import type { RecordOffice } from './records/record-office.ts';
import { servicePort } from './services/service-port.ts';
import type { ConnectState } from './state.ts';

export interface EnginePortsOptions {
  readonly state: ConnectState;
  readonly recorder: Pick<Recorder, 'record'>;
  /** Undefined where nothing is written. */
  readonly office: Pick<RecordOffice, 'observe'> | undefined;
  readonly invoke: Ports['invoke'];
  /** Is told of faults of our own, which the caller only hears as the error branch. */
  readonly onFault: (fault: unknown) => void;
}

export const enginePorts = ({ state, recorder, office, invoke, onFault }: EnginePortsOptions): Ports => ({
  observe(effect, atMs) {
    recorder.record(effect, atMs);
    office?.observe(effect, atMs);
  },
  ask: servicePort(state),
  async invoke(request, atMs) {
    try {
      return await invoke(request, atMs);
    } catch (fault) {
      onFault(fault);
      throw fault;
    }
  },
});
