/** Jest's transformer of TypeScript for runs with mutants: as Node.js does it, types become spaces. */
import { stripTypeScriptTypes } from 'node:module';

export const process = (source) => ({ code: stripTypeScriptTypes(source) });
export default { process };
