/** The mirror of cases in Amazon Connect Cases: the function, and its reader of the changes of the table. */
import { ArnFormat, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type * as z from 'zod/mini';
import { mirrorCases, mirrorReading } from '../../lambdas/mirror-cases/contract.ts';
import { BundledFunction, type FunctionSurroundings } from './bundled-function.ts';
import type { ContactRecords } from './contact-records.ts';
import { environmentOf, tableStatements } from './function-needs.ts';
import { caseChanges, readStream } from './stream-reader.ts';
import type { Tables } from './tables.ts';

export interface CaseMirrorProps {
  /** Undefined where there is none: then nothing is made. */
  readonly terms: z.output<typeof mirrorCases.environment.CONNECT_CASES> | undefined;
  /** With the table of cases followed. */
  readonly tables: Tables;
  readonly surroundings: FunctionSurroundings;
  /** Whose queue of what was given up gets the changes that could not be mirrored, too. */
  readonly contactRecords: Pick<ContactRecords, 'failed'>;
}

export class CaseMirror extends Construct {
  constructor(scope: Construct, id: string, props: CaseMirrorProps) {
    super(scope, id);
    const { terms, tables, surroundings } = props;
    const { failed } = props.contactRecords;
    if (terms === undefined) return;
    const domainArn = Stack.of(this).formatArn({
      service: 'cases',
      resource: 'domain',
      resourceName: terms.domainId,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    const { name, purpose, memoryMb, functionTimeoutSeconds } = mirrorCases;
    const changes = caseChanges(this, name, { tables, terms: mirrorReading, failed });
    const { resource } = new BundledFunction(this, name, {
      surroundings,
      name,
      description: purpose,
      memoryMb,
      timeoutSeconds: functionTimeoutSeconds,
      environment: environmentOf(mirrorCases, tables, { CONNECT_CASES: terms }),
      statements: [
        ...tableStatements(mirrorCases, tables),
        ...changes.statements,
        // Of the domain, its template, its fields and its cases (service-authorization, list_amazonconnectcases).
        new PolicyStatement({
          actions: ['cases:CreateCase', 'cases:UpdateCase'],
          resources: [domainArn, `${domainArn}/*`],
        }),
      ],
    });
    Validations.of(this).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:cases:<AWS::Region>:<AWS::AccountId>:domain/${terms.domainId}/*]`,
      reason: 'Cases of this one domain are opened and changed, and nobody knows their ids before.',
    });
    readStream(this, changes, resource.functionArn, failed);
  }
}
