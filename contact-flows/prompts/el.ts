/** Every message that callers hear, in Greek. */
import { appointments } from './el/appointments.ts';
import { callbacks } from './el/callbacks.ts';
import { changing } from './el/changing.ts';
import { entry } from './el/entry.ts';
import { escalations } from './el/escalations.ts';
import { feedback } from './el/feedback.ts';
import { orderStatus } from './el/order-status.ts';
import { ordering } from './el/ordering.ts';
import { paying } from './el/paying.ts';
import { people } from './el/people.ts';
import { problems } from './el/problems.ts';
import { products } from './el/products.ts';
import { spareParts } from './el/spare-parts.ts';
import { troubleshooting } from './el/troubleshooting.ts';
import { verification } from './el/verification.ts';
import { voicemail } from './el/voicemail.ts';
import { waiting } from './el/waiting.ts';
import type { Messages } from './words.ts';

export const greek: Messages = {
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
