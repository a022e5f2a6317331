/** Every message that callers hear, in Romanian. */
import { appointments } from './ro/appointments.ts';
import { callbacks } from './ro/callbacks.ts';
import { changing } from './ro/changing.ts';
import { entry } from './ro/entry.ts';
import { escalations } from './ro/escalations.ts';
import { feedback } from './ro/feedback.ts';
import { orderStatus } from './ro/order-status.ts';
import { ordering } from './ro/ordering.ts';
import { paying } from './ro/paying.ts';
import { people } from './ro/people.ts';
import { problems } from './ro/problems.ts';
import { products } from './ro/products.ts';
import { spareParts } from './ro/spare-parts.ts';
import { troubleshooting } from './ro/troubleshooting.ts';
import { verification } from './ro/verification.ts';
import { voicemail } from './ro/voicemail.ts';
import { waiting } from './ro/waiting.ts';
import type { Messages } from './words.ts';

export const romanian: Messages = {
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
