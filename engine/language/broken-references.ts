/** References that hold another reference, as in `$.Attributes.$.StoredCustomerInput`: they name nothing. */
import { type Diagnostic, warning } from './diagnostic.ts';
import type { Json } from './flow.ts';
import { isList, isObject } from './json.ts';
import type { PlacedAction } from './targets.ts';

const BROKEN = /\$[\w.[\]'"-]*\.\$\.[\w.[\]'"-]*/;

/** Real exports hold them, so that the service takes them; on a call they are always unset. */
export function brokenReferences(actions: readonly PlacedAction[]): readonly Diagnostic[] {
  return actions.flatMap(({ index, action }) =>
    textsIn(action.Parameters, `Actions[${index}].Parameters`).flatMap(({ text, path }) => {
      const broken = BROKEN.exec(text)?.[0];
      if (broken === undefined) return [];
      const meant = broken.slice(broken.lastIndexOf('$'));
      const message = `'${broken}' is a reference inside a reference and names nothing; did you mean '${meant}'?`;
      return [warning('flow/broken-reference', message, path, action.Identifier)];
    }),
  );
}

function textsIn(value: Json, path: string): readonly { readonly text: string; readonly path: string }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (isList(value)) return value.flatMap((item, index) => textsIn(item, `${path}[${index}]`));
  return isObject(value)
    ? Object.entries(value).flatMap(([key, entry]) => textsIn(entry, `${path}.${key}`))
    : [];
}
