/** Every word in the queue, on hold, and as somebody answers, in Romanian. */
import type { waiting as english } from '../en/waiting.ts';
import type { Translation } from '../translation.ts';

export const waiting: Translation<typeof english> = {
  stillWaiting:
    'Vă mulțumim că așteptați. Vă păstrați locul la rând, iar primul coleg disponibil vă va ajuta.',
  nextInLine: 'Vă mulțumim că așteptați. Urmează rândul dumneavoastră.',
  placeInLine: 'Vă mulțumim că așteptați. Locul dumneavoastră la rând este {position}.',
  waitOneMinute: 'Ar trebui să dureze cam un minut.',
  waitThreeMinutes: 'Nu ar trebui să dureze mai mult de trei minute.',
  waitFiveMinutes: 'Nu ar trebui să dureze mai mult de cinci minute.',
  waitTenMinutes: 'Nu ar trebui să dureze mai mult de zece minute.',
  waitMoreMinutes: 'S-ar putea să dureze mai mult de zece minute.',
  waitUnknown: 'Încă nu putem spune cât va dura.',
  waitNobody: 'Niciun coleg nu este acum la telefon, așa că nu putem spune cât va dura.',
  waitOffer:
    'Pentru a vă păstra locul, rămâneți pe fir. Dacă doriți să lăsați numărul și să vă sunăm noi, apăsați 1.',
  waitOtherKey: 'Ne pare rău, tasta aceasta nu are nicio funcție cât așteptați. Vă păstrați locul la rând.',
  waitOfferFault: 'Vă păstrați locul la rând. Vă răspundem cât putem de repede.',
  waitWithheld: 'Numărul dumneavoastră este ascuns, așa că nu vă putem suna. Vă păstrați locul la rând.',
  waitMessageFault: 'Ne pare rău, nu v-am putut nota numărul. Vă păstrați locul la rând.',
  waitingWithoutMusic: 'Sunteți în continuare la rând. Vă răspundem cât putem de repede.',
  cannotWait: 'Ne pare rău, nu vă putem ține pe fir. Vă rugăm să reveniți puțin mai târziu. La revedere.',
  agentIsHere: 'Un coleg este acum pe fir.',
  holding: 'Vă mulțumim că așteptați. Revenim imediat la dumneavoastră.',
  holdWithoutMusic: 'Sunteți în așteptare. Vă rugăm să rămâneți pe fir.',
};
