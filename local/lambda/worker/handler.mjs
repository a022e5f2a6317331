/** Loads a function's handler the way Lambda's Node.js runtime does, and lets it see nothing outside its bundle. */
import { existsSync, readFileSync } from 'node:fs';
import Module, { isBuiltin, registerHooks } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { reported, runtimeFault } from './faults.mjs';

/**
 * @param {string} taskRoot folder of the bundle
 * @param {string} handler e.g. `index.handler`
 * @returns {Promise<{ handle: Function } | { fault: import('./faults.mjs').ReportedError }>}
 */
export async function loadHandler(taskRoot, handler) {
  const match = /^(.*?)([^/.]+)\.(.+)$/.exec(handler);
  if (match === null || handler.includes('..'))
    return { fault: runtimeFault('Runtime.MalformedHandlerName', 'Bad handler') };
  const [, folder, name, path] = match;
  const file = ['.js', '.mjs', '.cjs']
    .map((ending) => join(taskRoot, folder, `${name}${ending}`))
    .find(existsSync);
  if (file === undefined) {
    return {
      fault: runtimeFault('Runtime.ImportModuleError', `Error: Cannot find module '${folder}${name}'`),
    };
  }
  keepInside(taskRoot);
  let loaded;
  try {
    loaded =
      file.endsWith('.js') && !existsSync(join(taskRoot, 'package.json'))
        ? commonJs(file)
        : await import(pathToFileURL(file).href);
  } catch (error) {
    return { fault: importFault(error) };
  }
  const find = (from) => path.split('.').reduce((value, key) => value?.[key], from);
  const handle = find(loaded) ?? find(loaded?.default);
  if (handle === undefined) {
    return { fault: runtimeFault('Runtime.HandlerNotFound', `${handler} is undefined or not exported`) };
  }
  if (typeof handle !== 'function')
    return { fault: runtimeFault('Runtime.HandlerNotFound', `${handler} is not a function`) };
  if (handle.length >= 3) {
    return {
      fault: runtimeFault(
        'Runtime.CallbackHandlerDeprecated',
        `ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24 (${handler} takes ${handle.length} parameters)`,
      ),
    };
  }
  return { handle };
}

/** In Lambda a lone `.js` file is CommonJS; here a package.json further up could say otherwise. */
function commonJs(file) {
  const module = new Module(file);
  module.filename = file;
  module.paths = [join(dirname(file), 'node_modules')];
  module._compile(readFileSync(file, 'utf8'), file);
  return module.exports;
}

const HTTP = new URL('./http.mjs', import.meta.url).href;
/** What `require` gives reads nothing ahead, and stays Node's own. */
const importsHttp = (specifier, { conditions }) =>
  /^(node:)?http$/.test(specifier) && conditions.includes('import');

/** A package that is not in the bundle is missing in Lambda, so it is missing here; the AWS SDK is part of the runtime. */
function keepInside(taskRoot) {
  const inside = taskRoot + sep;
  registerHooks({
    resolve(specifier, context, next) {
      if (importsHttp(specifier, context)) return { url: HTTP, shortCircuit: true };
      const resolved = next(specifier, context);
      if (isBuiltin(specifier) || !resolved.url.startsWith('file:')) return resolved;
      const path = fileURLToPath(resolved.url);
      const fromBundle = context.parentURL?.startsWith(pathToFileURL(inside).href) ?? false;
      if (!fromBundle || path.startsWith(inside) || /^@(aws-sdk|smithy)\//.test(specifier)) return resolved;
      throw Object.assign(
        new Error(`Cannot find package '${specifier}' imported from ${fileURLToPath(context.parentURL)}`),
        {
          code: 'ERR_MODULE_NOT_FOUND',
        },
      );
    },
  });
}

function importFault(error) {
  if (error instanceof SyntaxError) {
    return runtimeFault('Runtime.UserCodeSyntaxError', String(error), error.stack);
  }
  if (error?.code === 'ERR_MODULE_NOT_FOUND' || error?.code === 'MODULE_NOT_FOUND') {
    return runtimeFault('Runtime.ImportModuleError', String(error), error.stack);
  }
  return reported(error);
}
