/** Lends functions and response URLs to the custom resources of a stack. */
import type { CustomResourcePort } from '../assembly/custom-resource.ts';
import type { ResponseUrls } from '../endpoint/response-urls.ts';
import type { FunctionsRuntime } from './runtime.ts';

export function customResourcePort(
  runtime: FunctionsRuntime,
  responseUrls: ResponseUrls,
): CustomResourcePort {
  return {
    openResponse: () => responseUrls.open(),
    async invoke(serviceToken, event) {
      const outcome = await runtime.invokeAsOwner(serviceToken, event);
      return outcome.kind === 'returned'
        ? undefined
        : `the function ${serviceToken} ended as ${outcome.kind}: ${outcome.message}`;
    },
  };
}
