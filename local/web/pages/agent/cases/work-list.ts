/** Which cases an agent is shown: those that they have taken up, and those of their departments. */
import type { ApiAccess } from '../../../protocol.ts';
import { type Answered, type Asked, askApi } from '../ask-api.ts';
import { askingAgent, caseTypes, departmentWork, inOrder, ownWork, type ShownCase } from './case-data.ts';

/** A supervisor's departments are all of them, as in the API. */
export async function readWork(access: ApiAccess): Promise<Answered<readonly ShownCase[]>> {
  const asked = <T>(path: string, schema: Asked<T>['schema']) => askApi(access, { path, schema });
  const who = await asked('/contacts', askingAgent);
  if (who.kind === 'refused') return who;
  const { isSupervisor, departments } = who.value.agent;
  const types = isSupervisor ? await asked('/case-types', caseTypes) : undefined;
  if (types?.kind === 'refused') return types;
  const watched = types === undefined ? departments : types.value.caseTypes.map((one) => one.department);
  const [own, ...theirs] = await Promise.all([
    asked('/follow-ups', ownWork),
    ...[...new Set(watched)].map((name) => asked(`/departments/${name}/cases`, departmentWork)),
  ]);
  if (own.kind === 'refused') return own;
  const refused = theirs.find((one) => one.kind === 'refused');
  if (refused !== undefined) return refused;
  const others = theirs.flatMap((one) => (one.kind === 'answered' ? one.value.items : []));
  return { kind: 'answered', value: inOrder(own.value.cases, others) };
}
