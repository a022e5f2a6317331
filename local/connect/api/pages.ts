/** Cuts lists into pages with tokens that only fit the list that they came from. */
import { ApiProblem } from './problem.ts';

interface PageRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}

interface Page<T> {
  readonly items: readonly T[];
  /** `{}` on the last page: the SDKs stop where the member is absent. */
  readonly next: { readonly NextToken?: string };
}

const PAGE_SIZE = 100;

const encode = (list: string, offset: number): string =>
  Buffer.from(JSON.stringify([list, offset])).toString('base64url');

const decode = (list: string, token: string): number | undefined => {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (!Array.isArray(value) || value[0] !== list) return undefined;
    const offset: unknown = value[1];
    return typeof offset === 'number' && Number.isSafeInteger(offset) && offset > 0 ? offset : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/**
 * @param list what the token must have been made for, e.g. `ListQueues`
 * @throws ApiProblem InvalidParameterException for a token that is not of this list
 */
export const page = <T>(list: string, all: readonly T[], request: PageRequest): Page<T> => {
  const offset = request.NextToken === undefined ? 0 : decode(list, request.NextToken);
  if (offset === undefined) {
    throw new ApiProblem('InvalidParameterException', `NextToken is not one that ${list} has given out.`);
  }
  const end = offset + (request.MaxResults ?? PAGE_SIZE);
  return { items: all.slice(offset, end), next: end < all.length ? { NextToken: encode(list, end) } : {} };
};
