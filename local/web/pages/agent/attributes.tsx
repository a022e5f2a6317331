/** What the flow has set on the contact: what says something is in view, the rest is folded away. */
import type { ReactNode } from 'react';

type Attribute = readonly [name: string, value: string];

/** What our flows write where there is nothing to say. */
const isNothing = ([, value]: Attribute): boolean => value === '' || value === 'none';

export function Attributes({
  attributes,
}: {
  readonly attributes: Readonly<Record<string, string>>;
}): ReactNode {
  // Where the flows lie is their own matter; it tells an agent nothing.
  const shown = Object.entries(attributes)
    .filter(([, value]) => !value.startsWith('arn:'))
    .sort(([a], [b]) => a.localeCompare(b));
  const telling = shown.filter((attribute) => !isNothing(attribute));
  const silent = shown.filter(isNothing);
  return (
    <>
      <h2>Contact attributes</h2>
      {telling.length === 0 ? (
        <p className="soft">The flow has set none.</p>
      ) : (
        <AttributeTable attributes={telling} />
      )}
      {silent.length > 0 && (
        <details className="attributes-rest">
          <summary>
            {silent.length} more {silent.length === 1 ? 'says' : 'say'} nothing yet
          </summary>
          <AttributeTable attributes={silent} />
        </details>
      )}
    </>
  );
}

function AttributeTable({ attributes }: { readonly attributes: readonly Attribute[] }): ReactNode {
  return (
    <table className="attributes">
      <thead className="hidden">
        <tr>
          <th scope="col">Attribute</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {attributes.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value === '' ? <span className="soft">empty</span> : value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
