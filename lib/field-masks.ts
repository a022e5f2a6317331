/** The page that says what agents and supervisors are shown, made from the contracts of the HTTP API. */
import { type HttpContract, maskedFields, type Route } from '../lambdas/runtime/http-contract.ts';
import { httpFunctions } from './functions.ts';

/** Where the page is kept. */
export const fieldMasksFile = 'docs/field-masks.md';

const HEAD = `# What an agent is shown of a person

Supervisors are shown every field whole. Agents are shown these by a mask, because they can do their work without the rest: whoever is on the telephone says it. What they change or remove they may name as they see it (\`…0111\`), where it means one only. A field is masked where its schema says so (\`masked\`, \`lambdas/domain/masking.ts\`); this page is made from the contracts by \`npm run -s docs\`.

| operation | field | an agent is shown |
|---|---|---|
`;

/** The text of docs/field-masks.md. */
export function fieldMasks(contracts: readonly HttpContract[] = httpFunctions): string {
  const routes = contracts.flatMap(({ routes: all }) => Object.entries<Route>(all));
  const rows = routes.flatMap(([operation, { answers, supervisorsOnly }]) =>
    supervisorsOnly === true
      ? []
      : Object.values(answers).flatMap(({ body }) =>
          maskedFields(body).map(({ path, mask }) => `| \`${operation}\` | \`${path}\` | ${mask.shows} |\n`),
        ),
  );
  const guarded = routes.filter(([, { supervisorsOnly }]) => supervisorsOnly === true);
  const names = guarded.map(([operation]) => `\`${operation}\``).join(', ');
  return `${HEAD}${rows.join('')}\nFor supervisors only: ${names}.\n`;
}
