/** `npm run bench [-- --only AREA] [--format json]`: how fast the product is, area by area. */
import { parseArgs } from 'node:util';
import type { Area, Figures } from '../test/bench/area.ts';
import { benchEngine } from '../test/bench/engine.ts';
import { benchFunctions } from '../test/bench/functions.ts';
import { benchLanguage } from '../test/bench/language.ts';
import { benchOrders } from '../test/bench/orders.ts';
import { benchRules } from '../test/bench/rules.ts';
import { benchSimulation } from '../test/bench/simulation.ts';
import { benchStart } from '../test/bench/start.ts';
import { benchTestingLanguage } from '../test/bench/testing-language.ts';

const AREAS: Readonly<Record<string, Area>> = {
  engine: benchEngine,
  functions: benchFunctions,
  language: benchLanguage,
  orders: benchOrders,
  rules: benchRules,
  simulation: benchSimulation,
  start: benchStart,
  'testing-language': benchTestingLanguage,
};

const { values } = readArguments();
if (values.only !== undefined && !(values.only in AREAS)) {
  process.stderr.write(`--only is '${values.only}'; choose one of ${Object.keys(AREAS).join(', ')}\n`);
  process.exit(2);
}
if (values.format !== 'table' && values.format !== 'json') {
  process.stderr.write(`--format is '${values.format}'; choose table or json\n`);
  process.exit(2);
}

let figures: Figures = {};
for (const [name, measure] of Object.entries(AREAS)) {
  if (values.only === undefined || values.only === name) figures = { ...figures, ...(await measure()) };
}

if (values.format === 'json') {
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
} else {
  for (const [name, figure] of Object.entries(figures)) {
    process.stdout.write(`${name.padEnd(44)} ${figure.value.toPrecision(4).padStart(12)} ${figure.unit}\n`);
  }
}

function readArguments() {
  try {
    return parseArgs({
      options: { only: { type: 'string' }, format: { type: 'string', default: 'table' } },
    });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  }
}
