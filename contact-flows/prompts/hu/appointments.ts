/** Every word of appointments, in Hungarian. */
import type { appointments as english } from '../en/appointments.ts';
import type { Translation } from '../translation.ts';

export const appointments: Translation<typeof english> = {
  appointmentLooking: 'Egy pillanat türelmet, megnézzük az időpontjait.',
  appointmentLookFault: 'Az időpontjait most nem látjuk.',
  appointmentTheirs:
    'Önnek van időpontja: {time}. Ha módosítaná, nyomja meg az 1-es gombot. Ha lemondaná, a 2-est. A főmenühöz a 3-ast. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  appointmentCancelReadBack:
    'Lemondjuk ezt az időpontját: {time}. Ha most lemondaná, nyomja meg az 1-es gombot. Ha megtartaná, a 2-est. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  appointmentLeft: 'Rendben, az időpontja marad, ahogy van.',
  appointmentFinding: 'Keresünk egy szabad időpontot.',
  appointmentOfferFault: 'Most nem látjuk, mely időpontok szabadok.',
  appointmentNoneFree: 'A következő napokban nincs szabad időpont.',
  appointmentOffered:
    'Ekkor jöhet: {time}. Ha ezt az időpontot kéri, nyomja meg az 1-es gombot. A következő szabad időponthoz a 2-est. A főmenühöz a 3-ast. Ha másik napot kér, a 4-est. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  appointmentEnoughOffers: 'Sok időpontot hallott, és egyik sem volt megfelelő.',
  appointmentBooking: 'Egy pillanat türelmet, lefoglaljuk.',
  appointmentBooked: 'Az időpontját lefoglaltuk. Ekkor várjuk: {time}. Üzenetet is küldünk.',
  appointmentTaken:
    'Sajnáljuk, ezt az időpontot valaki éppen most foglalta le. Mondjuk a következő szabad időpontot.',
  appointmentCancelling: 'Egy pillanat türelmet, lemondjuk.',
  appointmentCancelled: 'Ezt az időpontját lemondtuk: {time}.',
  appointmentChanged:
    'Az időpontja közben megváltozott, ezért nem módosítottunk rajta. Most a következő érvényes.',
  appointmentUnknown: 'Most nem tudtuk kideríteni, megtörtént-e.',
  appointmentPromise:
    'Legkésőbb {promisedTime} megmondjuk, mi a helyzet az időpontjával. Azon a számon hívjuk, amelyről telefonál. Az ügyszáma {caseNumber}. Megismétlem, {caseNumber}. Köszönjük, viszonthallásra.',
  appointmentsFault: 'Az időpontfoglalás most nem érhető el.',
};
