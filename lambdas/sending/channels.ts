/**
 * Where messages leave: Amazon Connect's own text messages, e-mails and tasks. Each order carries the id of its message
 * as the client's token, so that one that is sent twice goes out once; a token is known for seven days.
 */

import {
  type ConnectClient,
  ConnectServiceException,
  SendOutboundEmailCommand,
  StartOutboundChatContactCommand,
  StartTaskContactCommand,
} from '@aws-sdk/client-connect';
import { languageName } from '../domain/language.ts';
import { MESSAGE_REFERENCE } from '../domain/message.ts';
import type { TaskMessage } from '../domain/message-body.ts';
import type { Attempt } from '../domain/message-sending.ts';
import type { Sending } from '../domain/sending.ts';

/** What goes wrong another time as well: the number, the address or the order itself is not taken. */
const FINAL = [
  'InvalidRequestException',
  'InvalidParameterException',
  'ResourceNotFoundException',
  'AccessDeniedException',
  'OutboundContactNotPermittedException',
  'DestinationNotAllowedException',
];

/** One attempt; what a service refuses or cannot do is a value. */
async function attempt(send: () => Promise<string | undefined>): Promise<Attempt> {
  try {
    return { kind: 'sent', reference: (await send()) ?? 'sent' };
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault;
    const isFinal = fault instanceof ConnectServiceException && FINAL.includes(fault.name);
    return { kind: isFinal ? 'refused' : 'failed', because: fault.name };
  }
}

/** The number has to be enabled for text messages (adminguide/setup-sms-messaging). */
export function sendText(
  client: ConnectClient,
  { instanceId, sms }: Sending,
  to: string,
  text: string,
  messageId: string,
): Promise<Attempt> {
  return attempt(async () => {
    if (sms === undefined) throw new Error('text messages are off');
    const { ContactId } = await client.send(
      new StartOutboundChatContactCommand({
        InstanceId: instanceId,
        ContactFlowId: idOf(sms.flowArn),
        SourceEndpoint: { Type: 'CONNECT_PHONENUMBER_ARN', Address: sms.numberArn },
        DestinationEndpoint: { Type: 'TELEPHONE_NUMBER', Address: to },
        SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:SMS' } },
        InitialSystemMessage: { ContentType: 'text/plain', Content: text },
        ClientToken: messageId,
      }),
    );
    return ContactId;
  });
}

/** The domain has to be verified for the instance (adminguide/setup-email-channel). */
export function sendEmail(
  client: ConnectClient,
  { instanceId, email, company }: Sending,
  to: string,
  { subject, text }: { readonly subject: string; readonly text: string },
  messageId: string,
): Promise<Attempt> {
  return attempt(async () => {
    await client.send(
      new SendOutboundEmailCommand({
        InstanceId: instanceId,
        FromEmailAddress: { EmailAddress: email, DisplayName: company },
        DestinationEmailAddress: { EmailAddress: to },
        EmailMessage: {
          MessageSourceType: 'RAW',
          RawMessage: { Subject: subject, Body: text, ContentType: 'text/plain' },
        },
        TrafficType: 'GENERAL',
        ClientToken: messageId,
      }),
    );
    return undefined;
  });
}

export function startTask(
  client: ConnectClient,
  { instanceId, taskFlowArn, queueArns }: Sending,
  { team, name, description, replyBy, level, phoneNumber, language }: TaskMessage,
  { messageId, caseNumber }: { readonly messageId: string; readonly caseNumber?: string | undefined },
): Promise<Attempt> {
  return attempt(async () => {
    const { ContactId } = await client.send(
      new StartTaskContactCommand({
        InstanceId: instanceId,
        ContactFlowId: idOf(taskFlowArn),
        Name: name,
        Description: description,
        References: {
          ...(caseNumber === undefined ? {} : { Case: { Type: 'STRING', Value: caseNumber } }),
          ...(replyBy === undefined ? {} : { 'Reply by': { Type: 'STRING', Value: replyBy } }),
          ...(phoneNumber === undefined ? {} : { Number: { Type: 'STRING', Value: phoneNumber } }),
          ...(language === undefined ? {} : { Language: { Type: 'STRING', Value: languageName(language) } }),
          [MESSAGE_REFERENCE]: { Type: 'STRING', Value: messageId },
        },
        Attributes: {
          ...addressOf(team, queueArns),
          taskLevel: String(level),
          ...(language === undefined ? {} : { taskLanguage: language }),
          ...(caseNumber === undefined ? {} : { caseNumber }),
        },
        ClientToken: messageId,
      }),
    );
    return ContactId;
  });
}

/** What the flow of tasks goes by. */
function addressOf(team: TaskMessage['team'], queueArns: Sending['queueArns']): Record<string, string> {
  if (team === 'escalations') return { taskFor: 'escalations' };
  const taskQueue = queueArns[team];
  return taskQueue === undefined ? { taskFor: 'support' } : { taskFor: 'department', taskQueue };
}

/** The last part of an ARN: what the API takes. */
const idOf = (arn: string): string => arn.split('/').at(-1) ?? arn;
