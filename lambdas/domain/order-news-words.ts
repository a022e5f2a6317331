/** What customers read of their orders, in their language. */

import type { Language } from './language.ts';
import { day, type Fields, LOCALES, money, of, type Written } from './message-fields.ts';
import type { OrderNews } from './order-news.ts';

const order = (fields: Fields): string => of(fields, 'orderNumber');
const rma = (fields: Fields): string => of(fields, 'rmaNumber');
const replacement = (fields: Fields): string => of(fields, 'newOrderNumber');
const caseNumber = (fields: Fields): string => of(fields, 'caseNumber');

/** The first products, by their names in the language where they have some. */
const items = (fields: Fields, language: Language): string =>
  fields[`items-${language}`] ?? of(fields, 'items');

/** How many products there are beside the first ones; nothing where there are none. */
const others = (fields: Fields, words: (count: number) => string): string => {
  const count = Number(fields['others'] ?? 0);
  return count > 0 ? words(count) : '';
};

/** The words with the day of the arrival; nothing where nobody knows it. */
const arrival = (fields: Fields, language: Language, words: (on: string) => string): string => {
  const on = day(fields, 'expectedOn', LOCALES[language]);
  return on === undefined ? '' : words(on);
};

export const orderNews: Readonly<Record<Language, Readonly<Record<OrderNews, Written>>>> = {
  en: {
    'order-placed': {
      subject: (fields) => `Your order ${order(fields)}`,
      text: (fields) =>
        `Your order ${order(fields)} is placed: ${items(fields, 'en')}${others(fields, (count) => ` and ${count} more ${count === 1 ? 'product' : 'products'}`)}. The total with tax is ${money(fields, LOCALES.en)}.${arrival(fields, 'en', (on) => ` It should reach you on ${on}.`)}`,
    },
    'order-parcel-missing': {
      subject: (fields) => `We are waiting for the parcel of your order ${order(fields)}`,
      text: (fields) =>
        `The parcel of your order ${order(fields)} with the return number ${rma(fields)} has not reached us. If you have not sent it yet, please do so now. If you have, please call us, press 3 and then 5, and we look for it: case ${caseNumber(fields)}.`,
    },
    'order-cancelled': {
      subject: (fields) => `Your order ${order(fields)} is cancelled`,
      text: (fields) =>
        `Your order ${order(fields)} is cancelled, as you wished. What you have paid for it, we pay back.`,
    },
    'order-changed': {
      subject: (fields) => `Your order ${order(fields)} is changed`,
      text: (fields) =>
        `Your order ${order(fields)} is changed, as you wished. To hear it again, call us and press 1.`,
    },
    'order-return-agreed': {
      subject: (fields) => `Your return number for order ${order(fields)}`,
      text: (fields) =>
        `You can send order ${order(fields)} back. Please write the return number ${rma(fields)} on the parcel.`,
    },
    'order-return-withdrawn': {
      subject: (fields) => `You keep order ${order(fields)}`,
      text: (fields) =>
        `You keep order ${order(fields)}, as you wished. Its return number is no longer valid.`,
    },
    'order-exchange-agreed': {
      subject: (fields) => `We exchange your order ${order(fields)}`,
      text: (fields) =>
        `We send you order ${order(fields)} once more, as order ${replacement(fields)}. Please send the first one back with the return number ${rma(fields)}.`,
    },
    'order-part-sent': {
      subject: (fields) => `The spare part for order ${order(fields)}`,
      text: (fields) => `The spare part for order ${order(fields)} is on order for you, at no cost.`,
    },
  },
  el: {
    'order-placed': {
      subject: (fields) => `Η παραγγελία σας ${order(fields)}`,
      text: (fields) =>
        `Η παραγγελία σας ${order(fields)} καταχωρίστηκε: ${items(fields, 'el')}${others(fields, (count) => ` και ${count} ακόμη ${count === 1 ? 'προϊόν' : 'προϊόντα'}`)}. Το σύνολο με φόρο είναι ${money(fields, LOCALES.el)}.${arrival(fields, 'el', (on) => ` Αναμένεται να φτάσει: ${on}.`)}`,
    },
    'order-parcel-missing': {
      subject: (fields) => `Περιμένουμε το δέμα της παραγγελίας σας ${order(fields)}`,
      text: (fields) =>
        `Το δέμα της παραγγελίας σας ${order(fields)} με αριθμό επιστροφής ${rma(fields)} δεν έχει φτάσει σε εμάς. Αν δεν το έχετε στείλει ακόμη, παρακαλούμε στείλτε το τώρα. Αν το έχετε στείλει, καλέστε μας, πατήστε 3 και μετά 5, και θα το αναζητήσουμε: υπόθεση ${caseNumber(fields)}.`,
    },
    'order-cancelled': {
      subject: (fields) => `Η παραγγελία σας ${order(fields)} ακυρώθηκε`,
      text: (fields) =>
        `Η παραγγελία σας ${order(fields)} ακυρώθηκε, όπως ζητήσατε. Ό,τι έχετε πληρώσει σάς επιστρέφεται.`,
    },
    'order-changed': {
      subject: (fields) => `Η παραγγελία σας ${order(fields)} άλλαξε`,
      text: (fields) =>
        `Η παραγγελία σας ${order(fields)} άλλαξε, όπως ζητήσατε. Για να την ακούσετε ξανά, καλέστε μας και πατήστε 1.`,
    },
    'order-return-agreed': {
      subject: (fields) => `Αριθμός επιστροφής για την παραγγελία ${order(fields)}`,
      text: (fields) =>
        `Μπορείτε να επιστρέψετε την παραγγελία ${order(fields)}. Παρακαλούμε γράψτε στο δέμα τον αριθμό επιστροφής ${rma(fields)}.`,
    },
    'order-return-withdrawn': {
      subject: (fields) => `Κρατάτε την παραγγελία ${order(fields)}`,
      text: (fields) =>
        `Κρατάτε την παραγγελία ${order(fields)}, όπως ζητήσατε. Ο αριθμός επιστροφής της δεν ισχύει πλέον.`,
    },
    'order-exchange-agreed': {
      subject: (fields) => `Αντικαθιστούμε την παραγγελία σας ${order(fields)}`,
      text: (fields) =>
        `Σας στέλνουμε ξανά την παραγγελία ${order(fields)}, ως παραγγελία ${replacement(fields)}. Παρακαλούμε επιστρέψτε την πρώτη με τον αριθμό επιστροφής ${rma(fields)}.`,
    },
    'order-part-sent': {
      subject: (fields) => `Το ανταλλακτικό για την παραγγελία ${order(fields)}`,
      text: (fields) => `Το ανταλλακτικό για την παραγγελία ${order(fields)} σάς αποστέλλεται χωρίς χρέωση.`,
    },
  },
  hu: {
    'order-placed': {
      subject: (fields) => `Az Ön ${order(fields)} számú rendelése`,
      text: (fields) =>
        `Rendelését felvettük, száma ${order(fields)}: ${items(fields, 'hu')}${others(fields, (count) => ` és még ${count} termék`)}. A végösszeg adóval ${money(fields, LOCALES.hu)}.${arrival(fields, 'hu', (on) => ` Várható érkezés: ${on}.`)}`,
    },
    'order-parcel-missing': {
      subject: (fields) => `Várjuk az Ön ${order(fields)} számú rendelésének csomagját`,
      text: (fields) =>
        `Az Ön ${order(fields)} számú rendelésének csomagja, visszaküldési száma ${rma(fields)}, nem érkezett meg hozzánk. Ha még nem küldte el, kérjük, küldje el most. Ha elküldte, hívjon minket, nyomja meg a 3-as, majd az 5-ös gombot, és megkeressük, ügyszám: ${caseNumber(fields)}.`,
    },
    'order-cancelled': {
      subject: (fields) => `Az Ön ${order(fields)} számú rendelését töröltük`,
      text: (fields) =>
        `Az Ön ${order(fields)} számú rendelését kérésére töröltük. Amit kifizetett érte, azt visszafizetjük.`,
    },
    'order-changed': {
      subject: (fields) => `Az Ön ${order(fields)} számú rendelését módosítottuk`,
      text: (fields) =>
        `Az Ön ${order(fields)} számú rendelését kérésére módosítottuk. Ha újra meghallgatná, hívjon minket, és nyomja meg az 1-es gombot.`,
    },
    'order-return-agreed': {
      subject: (fields) => `Visszaküldési szám az Ön ${order(fields)} számú rendeléséhez`,
      text: (fields) =>
        `Az Ön ${order(fields)} számú rendelése visszaküldhető. Kérjük, írja a csomagra ezt a visszaküldési számot: ${rma(fields)}.`,
    },
    'order-return-withdrawn': {
      subject: (fields) => `Ön megtartja ezt a rendelést: ${order(fields)}`,
      text: (fields) =>
        `Kérésére megtartja ezt a rendelést: ${order(fields)}. A visszaküldési száma már nem érvényes.`,
    },
    'order-exchange-agreed': {
      subject: (fields) => `Kicseréljük az Ön ${order(fields)} számú rendelését`,
      text: (fields) =>
        `Az Ön ${order(fields)} számú rendelését újra elküldjük, új száma: ${replacement(fields)}. Kérjük, az elsőt ezzel a visszaküldési számmal küldje vissza: ${rma(fields)}.`,
    },
    'order-part-sent': {
      subject: (fields) => `Alkatrész az Ön ${order(fields)} számú rendeléséhez`,
      text: (fields) => `Az Ön ${order(fields)} számú rendeléséhez kért alkatrészt díjmentesen elküldjük.`,
    },
  },
  ro: {
    'order-placed': {
      subject: (fields) => `Comanda dumneavoastră ${order(fields)}`,
      text: (fields) =>
        `Comanda dumneavoastră ${order(fields)} este înregistrată: ${items(fields, 'ro')}${others(fields, (count) => (count === 1 ? ' și încă un produs' : ` și încă ${count} produse`))}. Totalul cu taxe este ${money(fields, LOCALES.ro)}.${arrival(fields, 'ro', (on) => ` Ar trebui să ajungă ${on}.`)}`,
    },
    'order-parcel-missing': {
      subject: (fields) => `Așteptăm coletul comenzii dumneavoastră ${order(fields)}`,
      text: (fields) =>
        `Coletul comenzii dumneavoastră ${order(fields)}, cu numărul de retur ${rma(fields)}, nu a ajuns la noi. Dacă nu l-ați trimis încă, vă rugăm să o faceți acum. Dacă l-ați trimis, sunați-ne, apăsați 3 și apoi 5, și îl căutăm: cazul ${caseNumber(fields)}.`,
    },
    'order-cancelled': {
      subject: (fields) => `Comanda dumneavoastră ${order(fields)} este anulată`,
      text: (fields) =>
        `Comanda dumneavoastră ${order(fields)} este anulată, așa cum ați dorit. Vă înapoiem ce ați plătit pentru ea.`,
    },
    'order-changed': {
      subject: (fields) => `Comanda dumneavoastră ${order(fields)} este modificată`,
      text: (fields) =>
        `Comanda dumneavoastră ${order(fields)} este modificată, așa cum ați dorit. Pentru a o asculta din nou, sunați-ne și apăsați 1.`,
    },
    'order-return-agreed': {
      subject: (fields) => `Numărul de retur pentru comanda ${order(fields)}`,
      text: (fields) =>
        `Puteți returna comanda ${order(fields)}. Vă rugăm să scrieți pe colet numărul de retur ${rma(fields)}.`,
    },
    'order-return-withdrawn': {
      subject: (fields) => `Păstrați comanda ${order(fields)}`,
      text: (fields) =>
        `Păstrați comanda ${order(fields)}, așa cum ați dorit. Numărul ei de retur nu mai este valabil.`,
    },
    'order-exchange-agreed': {
      subject: (fields) => `Vă schimbăm comanda ${order(fields)}`,
      text: (fields) =>
        `Vă trimitem din nou comanda ${order(fields)}, cu numărul ${replacement(fields)}. Vă rugăm să o returnați pe prima cu numărul de retur ${rma(fields)}.`,
    },
    'order-part-sent': {
      subject: (fields) => `Piesa de schimb pentru comanda ${order(fields)}`,
      text: (fields) => `Piesa de schimb pentru comanda ${order(fields)} vă este trimisă, fără niciun cost.`,
    },
  },
};
