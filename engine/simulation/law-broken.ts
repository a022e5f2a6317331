/** A law that a day has broken, and how to see it again. */
export type Law = 'no contact is lost' | 'nothing ends without the caller having been told';

/** Which law was broken, when, by which contact, and the seed that shows it again. */
export class LawBroken extends Error {
  override readonly name = 'LawBroken';
  readonly law: Law;
  readonly seed: number;
  readonly contactId: string;
  readonly atMs: number;

  constructor(law: Law, seed: number, contactId: string, atMs: number, how: string) {
    super(
      `the law '${law}' was broken: contact '${contactId}' ${how} at ${new Date(atMs).toISOString()}; seed ${seed} shows it again`,
    );
    this.law = law;
    this.seed = seed;
    this.contactId = contactId;
    this.atMs = atMs;
  }
}
