/** Puts the recordings between callers and flows into the bucket of the instance, where their contact records say they are. */
import { describeContact } from '../../../engine/contact/describe.ts';
import type { ContactRecord } from '../../../engine/contact/records/contact-record.ts';
import type { World } from '../../../engine/contact/world.ts';
import type { Buckets } from '../../s3/buckets.ts';
import { callSound } from './call-sound.ts';
import type { CallerSounds } from './caller-sounds.ts';

/** Every version of a record names the recording, which is written once: so many are known. */
const KNOWN_MAX = 1_000;

export class CallRecordings {
  readonly #world: World;
  readonly #buckets: Pick<Buckets, 'put'>;
  readonly #known = new Set<string>();

  readonly #sounds: Pick<CallerSounds, 'of'>;

  constructor(world: World, buckets: Pick<Buckets, 'put'>, sounds: Pick<CallerSounds, 'of'>) {
    this.#world = world;
    this.#buckets = buckets;
    this.#sounds = sounds;
  }

  /** How to write the recording that a record names for the first time; undefined where there is nothing to write. */
  of({ ContactId, Recordings }: ContactRecord): (() => void) | undefined {
    const media = Recordings?.find(({ ParticipantType }) => ParticipantType === 'IVR');
    if (media === undefined || this.#known.has(media.Location)) return undefined;
    const contact = describeContact(this.#world, ContactId);
    const recording = contact?.flowRecording;
    if (contact === undefined || recording === undefined) return undefined;
    this.#remember(media.Location);
    const isOfContact = ({ contactId }: { readonly contactId: string }): boolean => contactId === ContactId;
    const sound = callSound({
      stretches: recording.stretches.filter(isOfContact),
      said: recording.said.filter(isOfContact),
      // By its first id, which the telephone knows; what is of another contact of the chain lies beyond its stretches.
      heard: this.#sounds.of(contact.contactId),
    });
    const at = media.Location.indexOf('/');
    return () => this.#buckets.put(media.Location.slice(0, at), media.Location.slice(at + 1), sound);
  }

  #remember(location: string): void {
    this.#known.add(location);
    for (const oldest of this.#known) {
      if (this.#known.size <= KNOWN_MAX) return;
      this.#known.delete(oldest);
    }
  }
}
