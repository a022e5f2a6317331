/** Who stands in a line, first comer first, where anybody may leave at any time. */

/** A member knows its neighbours, so that leaving costs nothing. */
export interface LineMember<T> {
  ahead: T | undefined;
  behind: T | undefined;
}

/**
 * A chain through its members. A Set that one joins and another leaves all day makes table after table, and each old
 * table holds on to all that was in it until the garbage collection that comes last.
 */
export class Line<T extends LineMember<T>> {
  #first: T | undefined;
  #last: T | undefined;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** At the end. */
  add(member: T): void {
    member.ahead = this.#last;
    if (this.#last === undefined) this.#first = member;
    else this.#last.behind = member;
    this.#last = member;
    this.#size += 1;
  }

  /** Only for one that is in the line. */
  remove(member: T): void {
    const { ahead, behind } = member;
    if (ahead === undefined) this.#first = behind;
    else ahead.behind = behind;
    if (behind === undefined) this.#last = ahead;
    else behind.ahead = ahead;
    member.ahead = undefined;
    member.behind = undefined;
    this.#size -= 1;
  }

  *[Symbol.iterator](): Generator<T, void, undefined> {
    for (let member = this.#first; member !== undefined; member = member.behind) yield member;
  }
}
