/** The two environments that all template tests look at, synthesized once. */
import { type Assembly, assemble } from '../fixtures/template.ts';

let devAssembly: Assembly | undefined;
let prodAssembly: Assembly | undefined;

export function dev(): Assembly {
  devAssembly ??= assemble('dev');
  return devAssembly;
}

/** With demo agents, so that it has everything that dev has. */
export function prod(): Assembly {
  prodAssembly ??= assemble('prod', { demoAgents: true });
  return prodAssembly;
}
