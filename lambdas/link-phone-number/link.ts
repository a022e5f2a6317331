/** Links a phone number and a flow in Amazon Connect, or takes the link away. */
import {
  AssociatePhoneNumberContactFlowCommand,
  type ConnectClient,
  DisassociatePhoneNumberContactFlowCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-connect';
import type { PhoneNumberFlow } from './contract.ts';

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** Calls to the number reach the flow from now on; a link to another flow is replaced. */
export async function link(
  client: ConnectClient,
  wanted: PhoneNumberFlow,
  signal: AbortSignal,
): Promise<void> {
  await client.send(
    new AssociatePhoneNumberContactFlowCommand({
      InstanceId: lastPart(wanted.InstanceArn),
      PhoneNumberId: lastPart(wanted.PhoneNumberArn),
      ContactFlowId: lastPart(wanted.ContactFlowArn),
    }),
    { abortSignal: signal },
  );
}

/** Calls to the number reach no flow any more. A number or instance that is gone already is linked to nothing. */
export async function unlink(
  client: ConnectClient,
  linked: PhoneNumberFlow,
  signal: AbortSignal,
): Promise<void> {
  try {
    await client.send(
      new DisassociatePhoneNumberContactFlowCommand({
        InstanceId: lastPart(linked.InstanceArn),
        PhoneNumberId: lastPart(linked.PhoneNumberArn),
      }),
      { abortSignal: signal },
    );
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
  }
}
