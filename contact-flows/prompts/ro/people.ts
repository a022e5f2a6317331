/** Every word on the way to a person, and of the message where nobody is there, in Romanian. */
import type { people as english } from '../en/people.ts';
import type { Translation } from '../translation.ts';

export const people: Translation<typeof english> = {
  connecting: 'Vă facem legătura. Vă rugăm să rămâneți pe fir.',
  nobodySignedIn:
    'Niciun coleg de-al nostru nu este acum la telefon. Pentru a lăsa numărul și a fi sunat de noi, apăsați 1. Pentru a lăsa un mesaj vocal, apăsați 2. Pentru a aștepta primul coleg disponibil, rămâneți pe fir.',
  nobodyOtherKey: 'Ne pare rău, tasta aceasta nu are nicio funcție aici. Vă rugăm să rămâneți pe fir.',
  nobodyWithheld:
    'Telefonul dumneavoastră nu ne arată numărul, așa că nu vă putem suna. Vă rugăm să rămâneți pe fir.',
  nobodyMessageFault: 'Ne pare rău, nu v-am putut nota numărul. Vă rugăm să rămâneți pe fir.',
  closed: 'Biroul nostru este închis în acest moment.',
  hoursFault: 'Nu putem vedea acum cine este la birou.',
  queueFault: 'Acum nu îi putem găsi pe colegii noștri la telefon.',
  transferFault: 'Nu v-am putut face legătura acum.',
  full: 'Toate liniile noastre sunt ocupate și mulți așteaptă. Pentru a fi sunat de noi, apăsați 1. Pentru meniul principal, apăsați 2. Pentru a alege când vă sunăm, apăsați 3. Pentru a lăsa un mesaj vocal, apăsați 4.',
  fullSilence: 'Nu am primit opțiunea dumneavoastră.',
  fullOtherKey: 'Ne pare rău, vă rugăm să apăsați 1, 2, 3 sau 4.',
  fullGiveUp: 'Atunci să stabilim când vă sunăm noi.',
  fullFault: 'Nu putem prelua acum opțiunea dumneavoastră.',
  fullMenuFault: 'Nu putem deschide acum meniul principal.',
  noting: 'Un moment, vă rugăm, să vedem când vă putem suna.',
  promise:
    'Vă vom suna la numărul de la care telefonați cel târziu {promisedTime}. Numărul cazului dumneavoastră este {caseNumber}. Repet, {caseNumber}. Vă mulțumim și la revedere.',
  numberWithheld:
    'Telefonul dumneavoastră nu ne arată numărul, așa că nu vă putem suna. Vă rugăm să reveniți în timpul programului nostru sau de la un telefon care își arată numărul. Vă mulțumim și la revedere.',
  messageFault:
    'Ne pare rău, nu v-am putut nota numărul. Vă rugăm să ne sunați din nou în timpul programului. Vă mulțumim și la revedere.',
  outOfOrder:
    'Ne pare rău, serviciul nostru telefonic nu funcționează în acest moment. Vă rugăm să reveniți puțin mai târziu. La revedere.',
  closedOffer:
    'Pentru a alege când vă sunăm, apăsați 1. Pentru a lăsa un mesaj vocal, apăsați 2. Pentru meniul principal, apăsați 3. Pentru a ne lăsa numărul, rămâneți pe linie.',
  numberUnseen: 'Telefonul dumneavoastră nu ne arată numărul.',
  askNumber:
    'Vă rugăm să introduceți numărul la care vă putem suna, apoi apăsați tasta diez. Dacă nu doriți, apăsați 0 și diez.',
  numberReadBack:
    'Numărul dumneavoastră este {number}. Dacă este corect, apăsați 1. Pentru a-l introduce din nou, apăsați 2.',
  numberNoting: 'O clipă, vă rugăm, notăm numărul dumneavoastră.',
  promiseAtNumber:
    'Vă vom suna la acel număr până {promisedTime}. Numărul cazului dumneavoastră este {caseNumber}. Repet, {caseNumber}. Vă mulțumim și la revedere.',
  numberNotOne:
    'La acest număr nu putem suna. Vă rugăm să îl introduceți cu prefixul zonei; un număr din altă țară începe cu prefixul internațional.',
  numberSilence: 'Nu am primit niciun număr.',
  numberAgain: 'Bine, încă o dată.',
};
