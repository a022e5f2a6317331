/** Every message that callers hear, in Hungarian. */
import { appointments } from './hu/appointments.ts';
import { callbacks } from './hu/callbacks.ts';
import { changing } from './hu/changing.ts';
import { entry } from './hu/entry.ts';
import { escalations } from './hu/escalations.ts';
import { feedback } from './hu/feedback.ts';
import { orderStatus } from './hu/order-status.ts';
import { ordering } from './hu/ordering.ts';
import { paying } from './hu/paying.ts';
import { people } from './hu/people.ts';
import { problems } from './hu/problems.ts';
import { products } from './hu/products.ts';
import { spareParts } from './hu/spare-parts.ts';
import { troubleshooting } from './hu/troubleshooting.ts';
import { verification } from './hu/verification.ts';
import { voicemail } from './hu/voicemail.ts';
import { waiting } from './hu/waiting.ts';
import type { Messages } from './words.ts';

export const hungarian: Messages = {
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
};
