/** Every word in the queue, on hold, and as somebody answers, in Hungarian. */
import type { waiting as english } from '../en/waiting.ts';
import type { Translation } from '../translation.ts';

export const waiting: Translation<typeof english> = {
  stillWaiting:
    'Köszönjük, hogy várakozik. Megtartja a helyét a sorban, és a következő szabad munkatársunk segít Önnek.',
  nextInLine: 'Köszönjük, hogy várakozik. Ön következik a sorban.',
  placeInLine: 'Köszönjük, hogy várakozik. A helye a sorban: {position}.',
  waitOneMinute: 'Körülbelül egy percig tarthat.',
  waitThreeMinutes: 'Várhatóan nem tart tovább három percnél.',
  waitFiveMinutes: 'Várhatóan nem tart tovább öt percnél.',
  waitTenMinutes: 'Várhatóan nem tart tovább tíz percnél.',
  waitMoreMinutes: 'Lehet, hogy tíz percnél is tovább tart.',
  waitUnknown: 'Még nem tudjuk megmondani, meddig tart.',
  waitNobody: 'Most egyik munkatársunk sincs a telefonnál, ezért nem tudjuk megmondani, meddig tart.',
  waitOffer:
    'Ha megtartaná a helyét, maradjon vonalban. Ha inkább megadná a számát, hogy visszahívjuk, nyomja meg az 1-es gombot.',
  waitOtherKey: 'Sajnáljuk, ennek a gombnak várakozás közben nincs szerepe. Megtartja a helyét a sorban.',
  waitOfferFault: 'Megtartja a helyét a sorban. Amint tudunk, fogadjuk a hívását.',
  waitWithheld: 'Az Ön hívószáma rejtett, ezért nem tudjuk visszahívni. Megtartja a helyét a sorban.',
  waitMessageFault: 'Sajnáljuk, nem tudtuk feljegyezni a számát. Megtartja a helyét a sorban.',
  waitingWithoutMusic: 'Ön továbbra is a sorban van. Amint tudunk, fogadjuk a hívását.',
  cannotWait: 'Sajnáljuk, nem tudjuk vonalban tartani. Kérjük, hívjon újra kicsit később. Viszonthallásra.',
  agentIsHere: 'Egyik munkatársunk most vonalban van.',
  holding: 'Köszönjük, hogy tartja a vonalat. Egy pillanat, és ismét itt vagyunk.',
  holdWithoutMusic: 'Tartásba tettük a hívást. Kérjük, maradjon vonalban.',
};
