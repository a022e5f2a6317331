/** Limits around a function that a contact flow calls, each with where it comes from. */

/**
 * Longest time-out of a synchronous "Invoke AWS Lambda function" block, in seconds.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/invoke-lambda-function-block.html
 */
export const BLOCK_TIMEOUT_SECONDS_MAX = 8;

/**
 * Largest result that Connect takes from a function, in bytes of UTF-8.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html
 */
export const RESULT_BYTES_MAX = 32 * 1024;

/** What a handler leaves of the function's time to say that it was too slow, in milliseconds. */
export const HANDLER_RESERVE_MS = 300;

/** Attempts of one AWS request: the first, and one more after a fault. */
export const SDK_ATTEMPTS = 2;

/** Longest opening of a connection, in milliseconds: within a region it takes a few. */
export const CONNECTION_TIMEOUT_MS = 300;
