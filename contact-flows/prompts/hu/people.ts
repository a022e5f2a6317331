/** Every word on the way to a person, and of the message where nobody is there, in Hungarian. */
import type { people as english } from '../en/people.ts';
import type { Translation } from '../translation.ts';

export const people: Translation<typeof english> = {
  connecting: 'Kapcsoljuk Önt. Kérjük, maradjon vonalban.',
  nobodySignedIn:
    'Most egyik munkatársunk sincs a telefonnál. Ha megadná a számát, hogy visszahívjuk, nyomja meg az 1-es gombot. Ha hangüzenetet hagyna, a 2-est. Ha megvárná az első szabad munkatársunkat, maradjon vonalban.',
  nobodyOtherKey: 'Sajnáljuk, ennek a gombnak itt nincs szerepe. Kérjük, maradjon vonalban.',
  nobodyWithheld: 'Az Ön hívószáma rejtett, ezért nem tudjuk visszahívni. Kérjük, maradjon vonalban.',
  nobodyMessageFault: 'Sajnáljuk, nem tudtuk feljegyezni a számát. Kérjük, maradjon vonalban.',
  closed: 'Irodánk jelenleg zárva van.',
  hoursFault: 'Most nem látjuk, ki van az irodában.',
  queueFault: 'Munkatársainkat most nem érjük el telefonon.',
  transferFault: 'Most nem tudtuk kapcsolni Önt.',
  full: 'Minden vonalunk foglalt, és sokan várakoznak. Ha visszahívást kér, nyomja meg az 1-es gombot. A főmenühöz a 2-est. Ha kiválasztaná, mikor hívjuk, a 3-ast. Ha hangüzenetet hagyna, a 4-est.',
  fullSilence: 'Nem választotta ki, melyiket szeretné.',
  fullOtherKey: 'Sajnáljuk, kérjük, az 1-es, a 2-es, a 3-as vagy a 4-es gombot nyomja meg.',
  fullGiveUp: 'Egyeztessünk inkább visszahívást.',
  noting: 'Egy pillanat türelmet, megnézzük, mikor tudjuk visszahívni.',
  promise:
    'Legkésőbb {promisedTime} visszahívjuk azon a számon, amelyről telefonál. Az ügyszáma {caseNumber}. Megismétlem, {caseNumber}. Köszönjük, viszonthallásra.',
  promisedAlready:
    'Az Ön számára már fel van jegyezve egy visszahívás, legkésőbb {time}. Lemondáshoz hívjon minket, és nyomja meg a 6-os gombot. Köszönjük, viszonthallásra.',
  promisedLate:
    'Elnézését kérjük, hogy az ígért időben nem hívtuk vissza. A visszahívás még fel van jegyezve.',
  numberWithheld:
    'Az Ön hívószáma rejtett, ezért nem tudjuk visszahívni. Kérjük, hívjon újra nyitvatartási időben, vagy olyan telefonról, amelynek a száma nem rejtett. Köszönjük, viszonthallásra.',
  messageFault:
    'Sajnáljuk, nem tudtuk feljegyezni a számát. Kérjük, hívjon minket újra nyitvatartási időben. Köszönjük, viszonthallásra.',
  outOfOrder:
    'Sajnáljuk, telefonos szolgáltatásunk jelenleg nem működik. Kérjük, hívjon újra kicsit később. Viszonthallásra.',
  teamAway: 'Sajnáljuk, ez a csoport most nem tudja fogadni a hívását.',
  otherTeam: 'Az a csoport most nincs a telefonnál. Egy másik csoportunkat próbáljuk elérni.',
  closedOffer:
    'Ha kiválasztaná, mikor hívjuk vissza, nyomja meg az 1-es gombot. Ha hangüzenetet hagyna, a 2-est. A főmenühöz a 3-ast. Ha megadná a számát, maradjon vonalban.',
  numberUnseen: 'Az Ön hívószáma rejtett.',
  cannotCallBack: 'Az Ön hívószáma rejtett, ezért nem tudnánk visszahívni.',
  notNotedEither: 'Feljegyezni sem tudtuk.',
  askNumber:
    'Kérjük, adja meg a számot, amelyen hívhatjuk, majd nyomja meg a kettőskeresztet. Ha nem szeretné, nyomja meg a 0-t és a kettőskeresztet.',
  numberReadBack: 'Az Ön száma: {number}. Ha helyes, nyomja meg az 1-es gombot. Ha újra megadná, a 2-est.',
  numberNoting: 'Egy pillanat türelmet, feljegyezzük a számát.',
  promiseAtNumber:
    'Legkésőbb {promisedTime} visszahívjuk a megadott számon. Az ügyszáma {caseNumber}. Megismétlem, {caseNumber}. Köszönjük, viszonthallásra.',
  numberNotOne:
    'Ezt a számot nem tudjuk hívni. Kérjük, körzetszámmal adja meg. A külföldi szám a nemzetközi előhívóval kezdődik.',
  numberSilence: 'Nem kaptunk számot.',
  numberAgain: 'Rendben, még egyszer.',
};
