/** An object with some of its members replaced: a block's door to its contact as a test shows it to the block. */

/** Everything else goes through to the object itself, which keeps its state to itself. */
export function withChanges<T extends object>(whole: T, changes: Partial<T>): T {
  return new Proxy(whole, {
    get(target, name) {
      if (Object.hasOwn(changes, name)) return Reflect.get(changes, name);
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}
