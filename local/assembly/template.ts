/** The shape of a CloudFormation template as far as the local cloud reads it. */
import * as z from 'zod';
import { TemplateError } from './template-error.ts';

const anyRecord = z.record(z.string(), z.unknown());

const parameter = z.looseObject({
  Type: z.string(),
  Default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  AllowedValues: z.array(z.union([z.string(), z.number(), z.boolean()])).optional(),
  AllowedPattern: z.string().optional(),
  MinLength: z.coerce.number().optional(),
  MaxLength: z.coerce.number().optional(),
  MinValue: z.coerce.number().optional(),
  MaxValue: z.coerce.number().optional(),
  ConstraintDescription: z.string().optional(),
});

const resource = z.looseObject({
  Type: z.string(),
  Properties: anyRecord.optional(),
  Metadata: anyRecord.optional(),
  Condition: z.string().optional(),
  DependsOn: z.union([z.string(), z.array(z.string())]).optional(),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});

const rule = z.looseObject({
  RuleCondition: z.unknown().optional(),
  Assertions: z.array(z.looseObject({ Assert: z.unknown(), AssertDescription: z.string().optional() })),
});

const output = z.looseObject({
  Value: z.unknown(),
  Condition: z.string().optional(),
  Export: z.looseObject({ Name: z.unknown() }).optional(),
});

const template = z.looseObject({
  Transform: z.union([z.string(), z.array(z.string())]).optional(),
  Parameters: z.record(z.string(), parameter).optional(),
  Rules: z.record(z.string(), rule).optional(),
  Mappings: z.record(z.string(), z.record(z.string(), anyRecord)).optional(),
  Conditions: anyRecord.optional(),
  Resources: z.record(z.string(), resource),
  Outputs: z.record(z.string(), output).optional(),
});

export type Template = z.infer<typeof template>;
export type TemplateParameter = z.infer<typeof parameter>;
export type TemplateResource = z.infer<typeof resource>;

/** Only transforms that change nothing about a template whose intrinsics we resolve ourselves. */
const harmlessTransforms = new Set(['AWS::LanguageExtensions']);

/**
 * Checks that a value is a template.
 * @param name what to call it in an error, e.g. its file
 * @throws TemplateError naming the first wrong place, or a transform that is not simulated
 */
export function parseTemplate(value: unknown, name: string): Template {
  const parsed = template.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new TemplateError(
      `template ${name}: ${issue?.path.join('.') || 'the document'}: ${issue?.message ?? 'is not a template'}`,
    );
  }
  for (const transform of [parsed.data.Transform ?? []].flat()) {
    if (!harmlessTransforms.has(transform)) {
      throw new TemplateError(
        `template ${name}: Transform '${transform}' cannot run locally; remove it from the template`,
      );
    }
  }
  return parsed.data;
}
