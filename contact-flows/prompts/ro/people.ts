/** Every word on the way to a person, and of the message where nobody is there, in Romanian. */
import type { people as english } from '../en/people.ts';
import type { Translation } from '../translation.ts';

export const people: Translation<typeof english> = {
  connecting: 'Vă facem legătura. Vă rugăm să rămâneți pe fir.',
  nobodySignedIn:
    'Niciun coleg nu este acum la telefon. Dacă doriți să lăsați numărul și să vă sunăm noi, apăsați 1. Pentru a lăsa un mesaj vocal, apăsați 2. Pentru a aștepta primul coleg disponibil, rămâneți pe fir.',
  nobodyOtherKey: 'Ne pare rău, tasta aceasta nu are nicio funcție aici. Vă rugăm să rămâneți pe fir.',
  nobodyWithheld: 'Numărul dumneavoastră este ascuns, așa că nu vă putem suna. Vă rugăm să rămâneți pe fir.',
  nobodyMessageFault: 'Ne pare rău, nu v-am putut nota numărul. Vă rugăm să rămâneți pe fir.',
  closed: 'Biroul nostru este închis în acest moment.',
  hoursFault: 'Nu putem vedea acum cine este la birou.',
  queueFault: 'Colegii noștri nu răspund acum la telefon.',
  transferFault: 'Nu v-am putut face legătura acum.',
  full: 'Toate liniile noastre sunt ocupate și mulți așteaptă. Dacă doriți să vă sunăm noi, apăsați 1. Pentru meniul principal, apăsați 2. Pentru a alege când vă sunăm, apăsați 3. Pentru a lăsa un mesaj vocal, apăsați 4.',
  fullSilence: 'Nu ați ales o opțiune.',
  fullOtherKey: 'Ne pare rău, vă rugăm să apăsați 1, 2, 3 sau 4.',
  fullGiveUp: 'Atunci să stabilim când vă sunăm noi.',
  noting: 'Un moment, vă rugăm, să vedem când vă putem suna.',
  promise:
    'Vă vom suna cel târziu {promisedTime}, la numărul de la care sunați. Numărul cazului dumneavoastră este {caseNumber}. Repet, {caseNumber}. Vă mulțumim, la revedere.',
  promisedAlready:
    'Aveți deja notat un apel la numărul dumneavoastră, cel târziu {time}. Pentru a-l anula, sunați-ne și apăsați 6. Vă mulțumim, la revedere.',
  promisedLate: 'Ne pare rău că nu v-am sunat în termenul promis. Apelul este încă notat.',
  numberWithheld:
    'Numărul dumneavoastră este ascuns, așa că nu vă putem suna. Vă rugăm să reveniți în timpul programului nostru sau de la un telefon cu numărul la vedere. Vă mulțumim, la revedere.',
  messageFault:
    'Ne pare rău, nu v-am putut nota numărul. Vă rugăm să ne sunați din nou în timpul programului. Vă mulțumim, la revedere.',
  outOfOrder:
    'Ne pare rău, serviciul nostru telefonic nu funcționează în acest moment. Vă rugăm să reveniți puțin mai târziu. La revedere.',
  teamAway: 'Ne pare rău, echipa aceasta nu vă poate prelua apelul acum.',
  otherTeam: 'Echipa aceea nu este acum la telefon. Încercăm la o altă echipă.',
  closedOffer:
    'Pentru a alege când vă sunăm, apăsați 1. Pentru a lăsa un mesaj vocal, apăsați 2. Pentru meniul principal, apăsați 3. Pentru a ne lăsa numărul, rămâneți pe fir.',
  numberUnseen: 'Numărul dumneavoastră este ascuns.',
  cannotCallBack: 'Numărul dumneavoastră este ascuns, așa că nu v-am putea suna.',
  notNotedEither: 'Nici nu am putut nota acest lucru.',
  askNumber:
    'Vă rugăm să introduceți numărul la care vă putem suna, apoi apăsați tasta diez. Dacă nu doriți, apăsați 0 și diez.',
  numberReadBack:
    'Numărul dumneavoastră este {number}. Dacă este corect, apăsați 1. Pentru a-l introduce din nou, apăsați 2.',
  numberNoting: 'O clipă, vă rugăm, notăm numărul dumneavoastră.',
  promiseAtNumber:
    'Vă vom suna la acel număr cel târziu {promisedTime}. Numărul cazului dumneavoastră este {caseNumber}. Repet, {caseNumber}. Vă mulțumim, la revedere.',
  numberNotOne:
    'La acest număr nu putem suna. Vă rugăm să îl introduceți cu prefixul zonei. Un număr din altă țară începe cu prefixul internațional.',
  numberSilence: 'Nu am primit niciun număr.',
  numberAgain: 'Bine, încă o dată.',
};
