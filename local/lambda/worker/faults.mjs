/** Errors as Lambda's Node.js runtime reports them. */

/** @typedef {{ errorType: string, errorMessage: string, trace: string[] }} ReportedError */

/**
 * @param {unknown} thrown
 * @returns {ReportedError}
 */
export function reported(thrown) {
  if (thrown instanceof Error || Object.prototype.toString.call(thrown) === '[object Error]') {
    return {
      errorType: String(thrown.name),
      errorMessage: String(thrown.message),
      trace: String(thrown.stack ?? '').split('\n'),
    };
  }
  return { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };
}

/**
 * @param {string} errorType e.g. `Runtime.HandlerNotFound`
 * @param {string} errorMessage
 * @param {string} [stack] of the error underneath
 * @returns {ReportedError}
 */
export function runtimeFault(errorType, errorMessage, stack = '') {
  return {
    errorType,
    errorMessage,
    trace: [`${errorType}: ${errorMessage}`, ...stack.split('\n').filter((line) => /^\s+at /.test(line))],
  };
}
