/** Writes a flow that somebody exported as a TypeScript file of typed steps, and says what its new owner must decide. */
import { type Diagnostic, error, warning } from '../language/diagnostic.ts';
import type { FlowDocument, FlowType } from '../language/flow.ts';
import { isObject } from '../language/json.ts';
import { sameJson } from '../language/same-json.ts';
import { MODULE_SETTINGS } from './flow.ts';
import { adviceOn } from './import-advice.ts';
import { BUILDER_FILES } from './import-guess.ts';
import type { ResourceNames } from './import-names.ts';
import { importStep, resourceCode } from './import-step.ts';
import { reachFrom } from './reach.ts';
import { Code, inTypeScript, quoted, type Value, valueFrom } from './typescript.ts';

export interface ImportTerms {
  /** The name of the flow and of its file, e.g. `main-menu`. */
  readonly name: string;
  readonly type: FlowType;
  /** Where the flow was read from; only its last part is written. */
  readonly from: string;
  readonly names: ResourceNames;
  /** What the file imports the builder by, e.g. `../engine/authoring`. */
  readonly builder: string;
}

export interface ImportedFlow {
  readonly source: string;
  readonly diagnostics: readonly Diagnostic[];
  /** What each step was written with, e.g. `say`. */
  readonly builders: readonly string[];
}

const WHOLE = /^\$\{([a-z-]+)\.([\w-]+)\}$/;
const PLACEHOLDER = /\$\{[^}]*\}?/g;

export function importFlow(document: FlowDocument, terms: ImportTerms): ImportedFlow {
  const diagnostics: Diagnostic[] = [];
  const { name, type, names } = terms;
  const named = new Set(names.map(([, resource]) => `\${${resource.kind}.${resource.name}}`));
  const placeholders = new Set<string>();
  const used = new Set<string>(['flow']);
  const builders: string[] = [];
  const steps: (readonly [step: string, written: Code])[] = [];
  for (const [index, action] of document.Actions.entries()) {
    const path = `Actions[${index}]`;
    const step = action.Identifier;
    const text = (ours: string): Value => {
      for (const found of ours.match(PLACEHOLDER) ?? []) if (!named.has(found)) placeholders.add(found);
      const advice = adviceOn(ours);
      if (advice !== undefined)
        diagnostics.push(warning('import/no-name', advice, `${path}.Parameters`, step));
      const [whole, kind = '', rest = ''] = WHOLE.exec(ours) ?? [];
      if (whole === undefined || !named.has(whole)) return ours;
      used.add('resource');
      return resourceCode(kind, rest);
    };
    const { builder, code, refused, lost } = importStep(action, index, type, names, text);
    used.add(builder);
    builders.push(builder);
    if (refused !== undefined) {
      const message = `the service would refuse this step, so that it is kept unchecked: ${refused}`;
      diagnostics.push(warning('import/unchecked', message, path, step));
    }
    if (lost !== undefined) diagnostics.push(error('import/lost', `the step loses ${lost}`, path, step));
    steps.push([step, new Code(code)]);
  }
  diagnostics.push(...targetsMissing(document));
  for (const placeholder of placeholders) {
    const message = `'${placeholder}' is for somebody's template to fill in; put a value or a name in its place`;
    diagnostics.push(warning('import/placeholder', message, ''));
  }
  const unreached = unreachedSteps(document);
  for (const step of unreached) {
    const message = 'nothing leads to this step; it is kept, and named in `unreached`';
    diagnostics.push(warning('import/unreached', message, '', step));
  }
  const { title, description } = titles(document, terms);
  const flow: Value = {
    name,
    title,
    description,
    type,
    start: document.StartAction,
    ...(unreached.length === 0 ? {} : { unreached }),
    ...(placeholders.size === 0 ? {} : { placeholders: [...placeholders] }),
    ...(document.Settings === undefined || (type === 'MODULE' && sameJson(document.Settings, MODULE_SETTINGS))
      ? {}
      : { settings: valueFrom(document.Settings, (text) => text) }),
    steps: new Code(inTypeScriptLines(steps)),
  };
  return { source: fileText(terms, used, inTypeScriptFlow(flow)), diagnostics, builders };
}

/** A line for each step at least: a flow is read step by step. */
const inTypeScriptLines = (steps: readonly (readonly [step: string, written: Code])[]): string => {
  const lines = steps.map(([step, value]) => `    ${keyOf(step)}: ${inTypeScript(value)},\n`);
  return `{\n${lines.join('')}  }`;
};

const inTypeScriptFlow = (flow: { readonly [key: string]: Value }): string => {
  const lines = Object.entries(flow).map(
    ([key, value]) => `  ${key}: ${inTypeScript(value, '  ', key.length + 3)},\n`,
  );
  return `flow({\n${lines.join('')}})`;
};

/** As an object with that one key spells it. */
const keyOf = (key: string): string =>
  /^\{ (.*): 0 \}$/s.exec(inTypeScript({ [key]: 0 }))?.[1] ?? quoted(key);

function fileText({ name, from, builder }: ImportTerms, used: ReadonlySet<string>, flow: string): string {
  const imports = importLines(used, builder);
  const variable = name.replaceAll(/[^A-Za-z0-9]+(.)?/g, (_all, next: string | undefined) =>
    (next ?? '').toUpperCase(),
  );
  const safe = /^[A-Za-z]/.test(variable) ? variable : `flow${variable}`;
  return `/** Brought home from ${from.replaceAll('*/', '* /')}. */\n${imports.join('\n')}\n\nexport const ${safe}Flow = ${flow};\n`;
}

/** A line for each file of builders, in the order of the files. */
function importLines(used: ReadonlySet<string>, folder: string): readonly string[] {
  const files = Map.groupBy(
    Object.entries(FILES).filter(([builder]) => used.has(builder)),
    ([, file]) => file,
  );
  return [...files]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([file, builders]) => {
      const names = builders.map(([builder]) => builder).toSorted();
      return `import { ${names.join(', ')} } from '${folder}/${file}.ts';`;
    });
}

const FILES: Readonly<Record<string, string>> = {
  ...BUILDER_FILES,
  action: 'any-action',
  unchecked: 'any-action',
  flow: 'flow',
  resource: 'resource',
};

function titles(document: FlowDocument, { name, from }: ImportTerms) {
  const metadata = isObject(document.Metadata) ? document.Metadata : {};
  const { name: title, description } = metadata;
  return {
    title: typeof title === 'string' && title !== '' ? title : name,
    description:
      typeof description === 'string' && description !== '' ? description : `Brought home from ${from}.`,
  };
}

/** What is written then does not compile, until the branch leads to a step. */
function targetsMissing({ StartAction, Actions }: FlowDocument): readonly Diagnostic[] {
  const steps = new Set(Actions.map(({ Identifier }) => Identifier));
  const missing = (to: string, path: string, step?: string): readonly Diagnostic[] =>
    steps.has(to)
      ? []
      : [
          error(
            'import/no-target',
            `'${to}' is no step; the file compiles once this leads to one`,
            path,
            step,
          ),
        ];
  return [
    ...missing(StartAction, 'StartAction'),
    ...Actions.flatMap(({ Identifier, Transitions: { NextAction, Errors = [], Conditions = [] } }, index) =>
      [...(NextAction === undefined ? [] : [{ NextAction }]), ...Errors, ...Conditions].flatMap((way) =>
        missing(way.NextAction, `Actions[${index}].Transitions`, Identifier),
      ),
    ),
  ];
}

function unreachedSteps({ StartAction, Actions }: FlowDocument): readonly string[] {
  const { reached } = reachFrom(StartAction, Actions);
  return Actions.map(({ Identifier }) => Identifier).filter((step) => !reached.has(step));
}
