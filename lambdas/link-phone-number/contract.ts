/** Agreement of the CloudFormation provider that links a phone number and a flow, shared with the stack. */
import * as z from 'zod/mini';

const connectArn = (resource: string) =>
  z.string().check(z.regex(new RegExp(`^arn:aws[a-z-]*:connect:[a-z0-9-]+:\\d{12}:${resource}$`)));

/** Properties of `Custom::PhoneNumberFlow`; CloudFormation adds its own (`ServiceToken`, `ServiceTimeout`). */
export const phoneNumberFlow = z.object({
  InstanceArn: connectArn('instance/[^/]+'),
  PhoneNumberArn: connectArn('phone-number/[^/]+'),
  ContactFlowArn: connectArn('instance/[^/]+/contact-flow/[^/]+'),
});
export type PhoneNumberFlow = z.output<typeof phoneNumberFlow>;

export const linkPhoneNumber = {
  name: 'link-phone-number',
  purpose: 'Links the phone number and the entry flow when the stack is created, updated or deleted.',
  resourceType: 'Custom::PhoneNumberFlow',
  functionTimeoutSeconds: 60,
  memoryMb: 256,
} as const;
