/** What customers read of their payments, in their language. */

import type { Language } from './language.ts';
import { LOCALES, moment, money, of, type Written } from './message-fields.ts';
import type { PaymentNews } from './payment-messages.ts';

export const paymentNews: Readonly<Record<Language, Readonly<Record<PaymentNews['news'], Written>>>> = {
  en: {
    'payment-made': {
      subject: () => 'Your payment',
      text: (fields) =>
        `We have received your payment of ${money(fields, LOCALES.en)} for order ${of(fields, 'orderNumber')}. Thank you.`,
    },
    'payment-not-made': {
      subject: () => 'Your payment was not made',
      text: (fields) =>
        `Your payment of ${money(fields, LOCALES.en)} for order ${of(fields, 'orderNumber')} was not made, and nothing was charged. To try again, call us and press 1.`,
    },
    'payment-asked': {
      subject: () => 'A payment for your order is due',
      text: (fields) =>
        `For order ${of(fields, 'orderNumber')}, ${money(fields, LOCALES.en)} is still to be paid. To pay by card, call us on ${of(fields, 'numberToCall')} and press 1; once you have heard of the order, press 5.`,
    },
    'payment-returned': {
      subject: () => 'Your money is on its way back',
      text: (fields) =>
        `We have sent ${money(fields, LOCALES.en)} for order ${of(fields, 'orderNumber')} back to your card. Your bank may need a few days.`,
    },
    'refund-granted': {
      subject: () => 'Your refund',
      text: (fields) =>
        `We give you back ${money(fields, LOCALES.en)} of what you paid for order ${of(fields, 'orderNumber')}. It goes back the way you paid.`,
    },
    'refund-made': {
      subject: () => 'Your refund was paid',
      text: (fields) =>
        `We have paid back ${money(fields, LOCALES.en)} for order ${of(fields, 'orderNumber')}. Your bank may need a few days.`,
    },
    'refund-refused': {
      subject: () => 'Your refund takes longer',
      text: (fields) =>
        `We owe you ${money(fields, LOCALES.en)} for order ${of(fields, 'orderNumber')}, and cannot send it back to your card. We pay it another way, and tell you how by ${moment(fields, LOCALES.en)}.`,
    },
  },
  el: {
    'payment-made': {
      subject: () => 'Η πληρωμή σας',
      text: (fields) =>
        `Λάβαμε την πληρωμή σας, ${money(fields, LOCALES.el)}, για την παραγγελία ${of(fields, 'orderNumber')}. Σας ευχαριστούμε.`,
    },
    'payment-not-made': {
      subject: () => 'Η πληρωμή σας δεν έγινε',
      text: (fields) =>
        `Η πληρωμή σας, ${money(fields, LOCALES.el)}, για την παραγγελία ${of(fields, 'orderNumber')} δεν έγινε και δεν χρεωθήκατε. Για νέα προσπάθεια, καλέστε μας και πατήστε 1.`,
    },
    'payment-asked': {
      subject: () => 'Εκκρεμεί πληρωμή',
      text: (fields) =>
        `Για την παραγγελία ${of(fields, 'orderNumber')} το ποσό που απομένει είναι ${money(fields, LOCALES.el)}. Για πληρωμή με κάρτα, καλέστε μας στο ${of(fields, 'numberToCall')}, πατήστε 1 και, αφού ακούσετε την παραγγελία, 5.`,
    },
    'payment-returned': {
      subject: () => 'Τα χρήματά σας επιστρέφονται',
      text: (fields) =>
        `Επιστρέψαμε στην κάρτα σας ${money(fields, LOCALES.el)} για την παραγγελία ${of(fields, 'orderNumber')}. Η τράπεζά σας μπορεί να χρειαστεί μερικές ημέρες.`,
    },
    'refund-granted': {
      subject: () => 'Η επιστροφή χρημάτων σας',
      text: (fields) =>
        `Σας επιστρέφουμε ${money(fields, LOCALES.el)} από όσα πληρώσατε για την παραγγελία ${of(fields, 'orderNumber')}. Τα χρήματα επιστρέφονται με τον τρόπο που πληρώσατε.`,
    },
    'refund-made': {
      subject: () => 'Η επιστροφή χρημάτων σας έγινε',
      text: (fields) =>
        `Σας επιστρέψαμε ${money(fields, LOCALES.el)} για την παραγγελία ${of(fields, 'orderNumber')}. Η τράπεζά σας μπορεί να χρειαστεί μερικές ημέρες.`,
    },
    'refund-refused': {
      subject: () => 'Η επιστροφή χρημάτων σας καθυστερεί',
      text: (fields) =>
        `Σας οφείλουμε ${money(fields, LOCALES.el)} για την παραγγελία ${of(fields, 'orderNumber')} και δεν γίνεται να επιστραφούν στην κάρτα σας. Θα τα πάρετε με άλλον τρόπο και θα σας πούμε πώς έως ${moment(fields, LOCALES.el)}.`,
    },
  },
  hu: {
    'payment-made': {
      subject: () => 'Az Ön fizetése',
      text: (fields) =>
        `Megkaptuk az Ön ${of(fields, 'orderNumber')} számú rendelésére befizetett összeget: ${money(fields, LOCALES.hu)}. Köszönjük.`,
    },
    'payment-not-made': {
      subject: () => 'A fizetés nem történt meg',
      text: (fields) =>
        `Az Ön ${of(fields, 'orderNumber')} számú rendelésének kifizetése (${money(fields, LOCALES.hu)}) nem történt meg, és nem terheltük meg a kártyáját. Ha újra megpróbálná, hívjon minket, és nyomja meg az 1-es gombot.`,
    },
    'payment-asked': {
      subject: () => 'Fizetnivalója van',
      text: (fields) =>
        `Az Ön ${of(fields, 'orderNumber')} számú rendelésére még ${money(fields, LOCALES.hu)} fizetendő. Ha kártyával fizetne, hívja a ${of(fields, 'numberToCall')} számot, nyomja meg az 1-es, majd a rendelés után az 5-ös gombot.`,
    },
    'payment-returned': {
      subject: () => 'Visszaküldtük a pénzét',
      text: (fields) =>
        `Az Ön ${of(fields, 'orderNumber')} számú rendelése után visszaküldtük a kártyájára: ${money(fields, LOCALES.hu)}. A bankjának néhány napra lehet szüksége.`,
    },
    'refund-granted': {
      subject: () => 'Visszatérítés',
      text: (fields) =>
        `Az Ön ${of(fields, 'orderNumber')} számú rendelésére befizetett összegből visszatérítünk: ${money(fields, LOCALES.hu)}. A pénzt ugyanúgy küldjük vissza, ahogyan Ön fizetett.`,
    },
    'refund-made': {
      subject: () => 'Visszatérítettük a pénzét',
      text: (fields) =>
        `Az Ön ${of(fields, 'orderNumber')} számú rendelése után visszafizettük: ${money(fields, LOCALES.hu)}. A bankjának néhány napra lehet szüksége.`,
    },
    'refund-refused': {
      subject: () => 'A visszatérítés tovább tart',
      text: (fields) =>
        `Az Ön ${of(fields, 'orderNumber')} számú rendelése után tartozunk Önnek: ${money(fields, LOCALES.hu)}. A kártyájára nem tudjuk visszaküldeni. Más módon fizetjük ki, és eddig megírjuk, hogyan: ${moment(fields, LOCALES.hu)}.`,
    },
  },
  ro: {
    'payment-made': {
      subject: () => 'Plata dumneavoastră',
      text: (fields) =>
        `Am primit plata dumneavoastră de ${money(fields, LOCALES.ro)} pentru comanda ${of(fields, 'orderNumber')}. Vă mulțumim.`,
    },
    'payment-not-made': {
      subject: () => 'Plata nu s-a făcut',
      text: (fields) =>
        `Plata dumneavoastră de ${money(fields, LOCALES.ro)} pentru comanda ${of(fields, 'orderNumber')} nu s-a făcut și nu s-a retras niciun ban. Pentru a încerca din nou, sunați-ne și apăsați 1.`,
    },
    'payment-asked': {
      subject: () => 'Aveți de plată',
      text: (fields) =>
        `Pentru comanda ${of(fields, 'orderNumber')} mai aveți de plată ${money(fields, LOCALES.ro)}. Pentru a plăti cu cardul, sunați la ${of(fields, 'numberToCall')}, apăsați 1 și, după ce auziți comanda, 5.`,
    },
    'payment-returned': {
      subject: () => 'Banii dumneavoastră sunt returnați',
      text: (fields) =>
        `Am trimis înapoi pe cardul dumneavoastră ${money(fields, LOCALES.ro)} pentru comanda ${of(fields, 'orderNumber')}. Banca poate avea nevoie de câteva zile.`,
    },
    'refund-granted': {
      subject: () => 'Rambursarea dumneavoastră',
      text: (fields) =>
        `Vă rambursăm ${money(fields, LOCALES.ro)} din suma plătită pentru comanda ${of(fields, 'orderNumber')}. Banii se întorc pe aceeași cale pe care ați plătit.`,
    },
    'refund-made': {
      subject: () => 'Rambursarea a fost făcută',
      text: (fields) =>
        `V-am rambursat ${money(fields, LOCALES.ro)} pentru comanda ${of(fields, 'orderNumber')}. Banca poate avea nevoie de câteva zile.`,
    },
    'refund-refused': {
      subject: () => 'Rambursarea durează mai mult',
      text: (fields) =>
        `Vă datorăm ${money(fields, LOCALES.ro)} pentru comanda ${of(fields, 'orderNumber')} și nu putem trimite banii înapoi pe card. Îi veți primi pe altă cale și vă spunem cum până ${moment(fields, LOCALES.ro)}.`,
    },
  },
};
