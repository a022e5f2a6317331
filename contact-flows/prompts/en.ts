/** Every message that callers hear, in English, the language in which flows are written first; other languages have the same. */
import { appointments } from './en/appointments.ts';
import { callbacks } from './en/callbacks.ts';
import { changing } from './en/changing.ts';
import { entry } from './en/entry.ts';
import { escalations } from './en/escalations.ts';
import { feedback } from './en/feedback.ts';
import { orderStatus } from './en/order-status.ts';
import { ordering } from './en/ordering.ts';
import { paying } from './en/paying.ts';
import { people } from './en/people.ts';
import { problems } from './en/problems.ts';
import { products } from './en/products.ts';
import { spareParts } from './en/spare-parts.ts';
import { troubleshooting } from './en/troubleshooting.ts';
import { verification } from './en/verification.ts';
import { voicemail } from './en/voicemail.ts';
import { waiting } from './en/waiting.ts';
import { spoken } from './spoken.ts';

export const english = {
  ...entry,
  ...verification,
  ...orderStatus,
  ...ordering,
  ...changing,
  ...paying,
  ...appointments,
  ...products,
  ...spareParts,
  ...problems,
  ...troubleshooting,
  ...escalations,
  ...callbacks,
  ...people,
  ...waiting,
  ...voicemail,
  ...feedback,
} as const;

/** English as flows speak it. */
export const prompts = spoken(english);
