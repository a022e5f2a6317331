/**
 * No function calls an operation that streams events. The build puts this in place of the SDK's coding of such streams,
 * which the clients of some services (Lambda) bring along for the few that do.
 */

const refused = (): never => {
  throw new Error('no function streams events: the build left that out (lib/bundling.ts)');
};

export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config;

/** What a client makes where it begins to stream. */
export const eventStreamSerdeProvider = refused;

/** What a protocol makes where it begins to stream. */
export class EventStreamSerde {
  constructor() {
    refused();
  }
}
