/** What customers read of us, in their language: short enough for a text message, with our name in front. */

import { caseNews } from './case-news-words.ts';
import type { Language } from './language.ts';
import type { CustomerNews } from './message-body.ts';
import { type Fields, LOCALES, moment, type Written } from './message-fields.ts';
import { orderNews } from './order-news-words.ts';
import { paymentNews } from './payment-news-words.ts';

const en: Readonly<Record<CustomerNews, Written>> = {
  ...caseNews.en,
  'callback-booked': {
    subject: () => 'We will call you',
    text: (fields) => `We will call you on ${moment(fields, LOCALES.en)}. To cancel it, call us and press 6.`,
  },
  'callback-cancelled': {
    subject: () => 'Your call is cancelled',
    text: () => 'We will not call you, as you wished. For another time, call us and press 6.',
  },
  'callback-called-off': {
    subject: () => 'Our call to you is cancelled',
    text: (fields) =>
      `Our call to you on ${moment(fields, LOCALES.en)} is cancelled. If you would still like it, call us and press 6.`,
  },
  'follow-up-cancelled': {
    subject: () => 'What we promised you is cancelled',
    text: (fields) =>
      `What we promised you for ${moment(fields, LOCALES.en)} is cancelled. If you still need it, please call us.`,
  },
  'follow-up-moved': {
    subject: () => 'What we promised you has another time',
    text: (fields) =>
      `What we promised you comes on ${moment(fields, LOCALES.en)}, and not at the time that we named before. If that does not suit you, please call us.`,
  },
  'appointment-booked': {
    subject: () => 'Your appointment',
    text: (fields) =>
      `We expect you on ${moment(fields, LOCALES.en)}. To move or cancel it, call us and press 5.`,
  },
  'appointment-reminder': {
    subject: () => 'Your appointment tomorrow',
    text: (fields) =>
      `We expect you on ${moment(fields, LOCALES.en)}. If you cannot come, please call us and press 5.`,
  },
  'appointment-cancelled': {
    subject: () => 'Your appointment is cancelled',
    text: (fields) =>
      `Your appointment on ${moment(fields, LOCALES.en)} is cancelled, as you wished. For another one, call us and press 5.`,
  },
  ...paymentNews.en,
  ...orderNews.en,
};

const el: Readonly<Record<CustomerNews, Written>> = {
  ...caseNews.el,
  'callback-booked': {
    subject: () => 'Θα σας καλέσουμε',
    text: (fields) =>
      `Θα σας καλέσουμε ${moment(fields, LOCALES.el)}. Για ακύρωση, καλέστε μας και πατήστε 6.`,
  },
  'callback-cancelled': {
    subject: () => 'Η κλήση σας ακυρώθηκε',
    text: () => 'Δεν θα σας καλέσουμε, όπως ζητήσατε. Για άλλη ώρα, καλέστε μας και πατήστε 6.',
  },
  'callback-called-off': {
    subject: () => 'Η κλήση μας προς εσάς ακυρώθηκε',
    text: (fields) =>
      `Η κλήση μας προς εσάς, ${moment(fields, LOCALES.el)}, ακυρώθηκε. Αν τη θέλετε ακόμη, καλέστε μας και πατήστε 6.`,
  },
  'follow-up-cancelled': {
    subject: () => 'Ό,τι σας υποσχεθήκαμε ακυρώθηκε',
    text: (fields) =>
      `Ό,τι σας υποσχεθήκαμε για ${moment(fields, LOCALES.el)} ακυρώθηκε. Αν το χρειάζεστε ακόμη, παρακαλούμε καλέστε μας.`,
  },
  'follow-up-moved': {
    subject: () => 'Ό,τι σας υποσχεθήκαμε έχει νέα ώρα',
    text: (fields) =>
      `Ό,τι σας υποσχεθήκαμε θα γίνει ${moment(fields, LOCALES.el)}, και όχι την ώρα που είχαμε πει. Αν δεν σας εξυπηρετεί, παρακαλούμε καλέστε μας.`,
  },
  'appointment-booked': {
    subject: () => 'Το ραντεβού σας',
    text: (fields) =>
      `Σας περιμένουμε ${moment(fields, LOCALES.el)}. Για αλλαγή ή ακύρωση, καλέστε μας και πατήστε 5.`,
  },
  'appointment-reminder': {
    subject: () => 'Το αυριανό σας ραντεβού',
    text: (fields) =>
      `Σας περιμένουμε ${moment(fields, LOCALES.el)}. Αν δεν μπορείτε να έρθετε, παρακαλούμε καλέστε μας και πατήστε 5.`,
  },
  'appointment-cancelled': {
    subject: () => 'Το ραντεβού σας ακυρώθηκε',
    text: (fields) =>
      `Το ραντεβού σας, ${moment(fields, LOCALES.el)}, ακυρώθηκε, όπως ζητήσατε. Για νέο ραντεβού, καλέστε μας και πατήστε 5.`,
  },
  ...paymentNews.el,
  ...orderNews.el,
};

const hu: Readonly<Record<CustomerNews, Written>> = {
  ...caseNews.hu,
  'callback-booked': {
    subject: () => 'Visszahívjuk Önt',
    text: (fields) =>
      `Ekkor hívjuk vissza Önt: ${moment(fields, LOCALES.hu)}. Lemondáshoz hívjon minket, és nyomja meg a 6-os gombot.`,
  },
  'callback-cancelled': {
    subject: () => 'A visszahívást lemondtuk',
    text: () => 'Kérésére nem hívjuk vissza. Más időpontért hívjon minket, és nyomja meg a 6-os gombot.',
  },
  'callback-called-off': {
    subject: () => 'A visszahívás elmarad',
    text: (fields) =>
      `Ez a visszahívásunk elmarad: ${moment(fields, LOCALES.hu)}. Ha mégis kéri, hívjon minket, és nyomja meg a 6-os gombot.`,
  },
  'follow-up-cancelled': {
    subject: () => 'Amit ígértünk, elmarad',
    text: (fields) =>
      `Amit erre az időre ígértünk, elmarad: ${moment(fields, LOCALES.hu)}. Ha mégis szüksége van rá, kérjük, hívjon minket.`,
  },
  'follow-up-moved': {
    subject: () => 'Amit ígértünk, más időpontban lesz',
    text: (fields) =>
      `Amit ígértünk, nem a korábban mondott időpontban, hanem ekkor lesz: ${moment(fields, LOCALES.hu)}. Ha ez nem felel meg, kérjük, hívjon minket.`,
  },
  'appointment-booked': {
    subject: () => 'Az Ön időpontja',
    text: (fields) =>
      `Ekkor várjuk Önt: ${moment(fields, LOCALES.hu)}. Módosításhoz vagy lemondáshoz hívjon minket, és nyomja meg az 5-ös gombot.`,
  },
  'appointment-reminder': {
    subject: () => 'Az Ön holnapi időpontja',
    text: (fields) =>
      `Ekkor várjuk Önt: ${moment(fields, LOCALES.hu)}. Ha nem tud eljönni, kérjük, hívjon minket, és nyomja meg az 5-ös gombot.`,
  },
  'appointment-cancelled': {
    subject: () => 'Az időpontját lemondtuk',
    text: (fields) =>
      `Ezt az időpontját kérésére lemondtuk: ${moment(fields, LOCALES.hu)}. Újabb időpontért hívjon minket, és nyomja meg az 5-ös gombot.`,
  },
  ...paymentNews.hu,
  ...orderNews.hu,
};

const ro: Readonly<Record<CustomerNews, Written>> = {
  ...caseNews.ro,
  'callback-booked': {
    subject: () => 'Vă vom suna',
    text: (fields) => `Vă vom suna ${moment(fields, LOCALES.ro)}. Pentru a anula, sunați-ne și apăsați 6.`,
  },
  'callback-cancelled': {
    subject: () => 'Apelul dumneavoastră este anulat',
    text: () => 'Nu vă vom suna, așa cum ați dorit. Pentru altă oră, sunați-ne și apăsați 6.',
  },
  'callback-called-off': {
    subject: () => 'Apelul nostru este anulat',
    text: (fields) =>
      `Apelul nostru de ${moment(fields, LOCALES.ro)} este anulat. Dacă îl mai doriți, sunați-ne și apăsați 6.`,
  },
  'follow-up-cancelled': {
    subject: () => 'Ce v-am promis este anulat',
    text: (fields) =>
      `Ce v-am promis pentru ${moment(fields, LOCALES.ro)} este anulat. Dacă mai aveți nevoie, vă rugăm să ne sunați.`,
  },
  'follow-up-moved': {
    subject: () => 'Ce v-am promis are altă oră',
    text: (fields) =>
      `Ce v-am promis va fi ${moment(fields, LOCALES.ro)}, și nu la ora spusă înainte. Dacă nu vă convine, vă rugăm să ne sunați.`,
  },
  'appointment-booked': {
    subject: () => 'Programarea dumneavoastră',
    text: (fields) =>
      `Vă așteptăm ${moment(fields, LOCALES.ro)}. Pentru a o muta sau anula, sunați-ne și apăsați 5.`,
  },
  'appointment-reminder': {
    subject: () => 'Programarea dumneavoastră de mâine',
    text: (fields) =>
      `Vă așteptăm ${moment(fields, LOCALES.ro)}. Dacă nu puteți veni, vă rugăm să ne sunați și să apăsați 5.`,
  },
  'appointment-cancelled': {
    subject: () => 'Programarea dumneavoastră este anulată',
    text: (fields) =>
      `Programarea dumneavoastră de ${moment(fields, LOCALES.ro)} este anulată, așa cum ați dorit. Pentru alta, sunați-ne și apăsați 5.`,
  },
  ...paymentNews.ro,
  ...orderNews.ro,
};

const written: Readonly<Record<Language, Readonly<Record<CustomerNews, Written>>>> = { en, el, hu, ro };

/** A message as it is read; `company` stands in front, so that nobody wonders who writes. */
export function writtenMessage(
  news: CustomerNews,
  fields: Fields,
  language: Language,
  company: string,
): { readonly subject: string; readonly text: string } {
  const { subject, text } = written[language][news];
  return { subject: `${company}: ${subject(fields)}`, text: `${company}: ${text(fields)}` };
}
