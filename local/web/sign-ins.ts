/** Who may sign in as which agent, and how a reloaded page shows that it has. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { User } from '../../engine/contact/instance.ts';
import { SIGN_INS_MAX } from './limits.ts';
import type { SignInChoice } from './protocol.ts';

export interface SignIns {
  /** The agents of the instance whose password is known here. */
  readonly choices: readonly SignInChoice[];
  /** The user, or undefined when name or password is wrong (which of them is not told). */
  check(username: string, password: string): User | undefined;
  /** A token that stands for the user until the server ends. */
  remember(user: User): string;
  recall(token: string): User | undefined;
  forget(token: string): void;
}

/** @param passwords by user name, as the stack generated them */
export function createSignIns(users: readonly User[], passwords: ReadonlyMap<string, string>): SignIns {
  const remembered = new Map<string, User>();
  const choices = users.flatMap((user) => {
    const password = passwords.get(user.username);
    return password === undefined ? [] : [{ username: user.username, name: fullName(user), password }];
  });
  return {
    choices,
    check(username, password) {
      const expected = passwords.get(username);
      if (expected === undefined || !same(expected, password)) return undefined;
      return users.find((user) => user.username === username);
    },
    remember(user) {
      const token = randomBytes(24).toString('base64url');
      remembered.set(token, user);
      for (const oldest of remembered.keys()) {
        if (remembered.size <= SIGN_INS_MAX) break;
        remembered.delete(oldest);
      }
      return token;
    },
    recall: (token) => remembered.get(token),
    forget(token) {
      remembered.delete(token);
    },
  };
}

export const fullName = (user: User): string => `${user.firstName} ${user.lastName}`.trim();

function same(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
