/** What a request of S3 says beside bucket and key: how long a signed link works, and which bytes are wanted. */

/**
 * Why a link no longer works; undefined for one that does, and for a request that is no link.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export function whyExpired(query: URLSearchParams, nowMs: number): string | undefined {
  const date = query.get('X-Amz-Date');
  const seconds = query.get('X-Amz-Expires');
  if (date === null && seconds === null) return undefined;
  const [, day = '', time = ''] = /^(\d{8})T(\d{6})Z$/.exec(date ?? '') ?? [];
  const atMs = Date.parse(
    `${day.replace(/(....)(..)(..)/, '$1-$2-$3')}T${time.replace(/(..)(..)(..)/, '$1:$2:$3')}Z`,
  );
  const lifeMs = Number(seconds ?? Number.NaN) * 1_000;
  if (Number.isNaN(atMs) || Number.isNaN(lifeMs)) return 'X-Amz-Date and X-Amz-Expires say no time';
  return nowMs > atMs + lifeMs ? 'Request has expired' : undefined;
}

/**
 * First and last byte that are wanted; undefined for all of them, and for what is no range of one piece; `beyond` for a
 * range with no byte of the object in it (RFC 9110, 14.1.2).
 */
export function rangeOf(
  header: string | undefined,
  bytes: number,
): readonly [number, number] | 'beyond' | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined;
  const range: readonly [number, number] =
    from === ''
      ? [Math.max(0, bytes - Number(to)), bytes - 1]
      : [Number(from), to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1)];
  if (from !== '' && to !== '' && Number(from) > Number(to)) return undefined;
  return range[0] <= range[1] ? range : 'beyond';
}
