/** Every word of appointments, in Hungarian. */
import type { appointments as english } from '../en/appointments.ts';
import type { Translation } from '../translation.ts';

export const appointments: Translation<typeof english> = {
  appointmentLooking: 'Egy pillanat türelmet, megnézzük az időpontjait.',
  appointmentLookFault: 'Az időpontjait most nem látjuk. Egyik munkatársunk segít Önnek.',
  appointmentTheirs:
    'Önnek van időpontja: {time}. Ha módosítaná, nyomja meg az 1-es gombot. Ha lemondaná, a 2-est. A főmenühöz a 3-ast. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  appointmentCancelReadBack:
    'Lemondjuk ezt az időpontját: {time}. Ha most lemondja, nyomja meg az 1-es gombot. Ha megtartja, a 2-est. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  appointmentLeft: 'Rendben, az időpontja marad, ahogy van.',
  appointmentFinding: 'Keresünk egy szabad időpontot.',
  appointmentOfferFault: 'Most nem látjuk, mely időpontok szabadok. Egyik munkatársunk keres egyet Önnel.',
  appointmentNoneFree: 'A következő napokban nincs szabad időpont. Egyik munkatársunk keres egyet Önnel.',
  appointmentOffered:
    'Ekkor jöhet: {time}. Ha ezt az időpontot kéri, nyomja meg az 1-es gombot. A következő szabad időponthoz a 2-est. A főmenühöz a 3-ast. Másik naphoz a 4-est. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  appointmentEnoughOffers:
    'Sok időpontot hallott, és egyik sem volt megfelelő. Egyik munkatársunk keres egyet Önnel.',
  appointmentBooking: 'Egy pillanat türelmet, lefoglaljuk.',
  appointmentBooked: 'Az időpontját lefoglaltuk. Ekkor várjuk: {time}. Üzenetet is küldünk.',
  appointmentTaken: 'Sajnáljuk, ezt az időpontot valaki most foglalta le. Itt a következő szabad.',
  appointmentCancelling: 'Egy pillanat türelmet, lemondjuk.',
  appointmentCancelled: 'Ezt az időpontját lemondtuk: {time}.',
  appointmentChanged: 'Az időpontja közben megváltozott, és mi nem tettünk vele semmit. Most így áll.',
  appointmentUnknown: 'Most nem tudtuk kideríteni, megtörtént-e. Egyik munkatársunk ellenőrzi.',
  appointmentPromise:
    'Legkésőbb {promisedTime} megmondjuk, hogyan áll az időpontja, azon a számon, amelyről telefonál. Az ügyszáma {caseNumber}. Megismétlem, {caseNumber}. Köszönjük, viszonthallásra.',
  appointmentWithheld: 'Nem látjuk a számát, ezért egyik munkatársunk most ellenőrzi Önnel az időpontját.',
  appointmentNotNoted: 'Feljegyezni sem tudtuk, ezért egyik munkatársunk most ellenőrzi Önnel az időpontját.',
  appointmentsFault: 'Az időpontokat most nem tudjuk megnyitni. Egyik munkatársunk segít Önnek.',
};
