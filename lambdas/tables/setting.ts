/** Update expressions that set attributes by their names. */

/** The parts of a request that sets attributes. */
export interface Setting {
  readonly UpdateExpression: string;
  readonly ExpressionAttributeNames: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues: Readonly<Record<string, unknown>>;
}

interface Form extends Omit<Setting, 'ExpressionAttributeValues'> {
  readonly placeholders: Readonly<Record<string, string>>;
}

/** A function sets few different attributes together: what does not depend on values is made once. */
const forms = new Map<string, Form>();

/** Sets every attribute that is not undefined. */
export function settingAll(attributes: Readonly<Record<string, unknown>>): Setting {
  const names: string[] = [];
  for (const name in attributes) if (attributes[name] !== undefined) names.push(name);
  const { placeholders, ...form } = formOf(names);
  const values: Record<string, unknown> = {};
  for (const name of names) values[placeholders[name] ?? name] = attributes[name];
  return { ...form, ExpressionAttributeValues: values };
}

function formOf(names: readonly string[]): Form {
  const key = names.join();
  const known = forms.get(key);
  if (known !== undefined) return known;
  const form = {
    UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    placeholders: Object.fromEntries(names.map((name) => [name, `:${name}`])),
  };
  forms.set(key, form);
  return form;
}
