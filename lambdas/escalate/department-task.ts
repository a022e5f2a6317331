/** Starts the task with which a department hears of a raised case. */

import { type ConnectClient, StartTaskContactCommand } from '@aws-sdk/client-connect';
import { departmentTask, type Escalation, levelOf } from '../domain/escalation.ts';
import type { Language } from '../domain/language.ts';
import type { Zone } from '../domain/local-time.ts';
import type { FlowAddress } from '../runtime/environment.ts';

/**
 * Started as often as one likes, it is one task: Connect knows it by its token (API_StartTaskContact, ClientToken).
 * It is related to the call in which the case was raised, and begins with that call's attributes.
 * @returns the contact of the task
 */
export async function startDepartmentTask(
  client: ConnectClient,
  { instanceId, flowId }: FlowAddress,
  escalation: Escalation,
  { zone, language }: { readonly zone: Zone; readonly language: Language },
  abortSignal: AbortSignal,
): Promise<string> {
  const { name, description, replyBy, token } = departmentTask(escalation, zone);
  const { ContactId } = await client.send(
    new StartTaskContactCommand({
      InstanceId: instanceId,
      ContactFlowId: flowId,
      Name: name,
      Description: description,
      References: {
        Case: { Type: 'STRING', Value: escalation.caseNumber },
        'Reply by': { Type: 'STRING', Value: replyBy },
      },
      Attributes: {
        caseNumber: escalation.caseNumber,
        taskLevel: String(levelOf(escalation)),
        taskLanguage: language,
      },
      RelatedContactId: escalation.contactId,
      ClientToken: token,
    }),
    { abortSignal },
  );
  if (ContactId === undefined) throw new Error('Amazon Connect started a task and did not name it');
  return ContactId;
}
