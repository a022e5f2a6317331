/** Every word of reporting a problem and of hearing about a case, in Romanian. */
import type { problems as english } from '../en/problems.ts';
import type { Translation } from '../translation.ts';

export const problems: Translation<typeof english> = {
  problemFault: 'Acum nu putem prelua probleme prin taste. Vă va ajuta un coleg de-al nostru.',

  askProblem:
    'Dacă problema ține de o livrare, apăsați 1. De un produs, apăsați 2. De o factură, apăsați 3. De altceva, apăsați 4. Pentru a afla în ce stadiu este un caz al dumneavoastră, apăsați 5. Pentru o reclamație, apăsați 6. Pentru a vorbi cu un coleg de-al nostru, apăsați 0.',
  problemSilence: 'Nu am primit despre ce este vorba.',
  problemOtherKey: 'Ne pare rău, nu este niciuna dintre acestea.',
  problemGiveUp: 'Un coleg de-al nostru o va nota împreună cu dumneavoastră.',
  problemMenuFault: 'Nu putem prelua acum opțiunea dumneavoastră. Problema o va nota un coleg de-al nostru.',
  problemNoting: 'Un moment, vă rugăm, vă deschidem un caz.',
  problemNoted:
    'Vă mulțumim. Numărul cazului dumneavoastră este {caseNumber}. Repet, {caseNumber}. Vă vom suna în această privință la numărul de la care telefonați cel târziu {promisedTime}.',
  problemWithheld:
    'Telefonul dumneavoastră nu ne arată numărul, așa că nu v-am putea suna. Un coleg de-al nostru va nota acum problema.',
  problemNotNoted: 'Nu am putut deschide un caz acum. Problema o va nota un coleg de-al nostru.',

  complaintHeard: 'Ne pare rău că ceva nu a mers bine.',
  complaintSeverity:
    'Dacă nu puteți folosi ce ați cumpărat, apăsați 1. Dacă puteți, apăsați 2. Pentru a vorbi cu un coleg de-al nostru, apăsați 0.',
  complaintCause:
    'Dacă nu funcționează cum trebuie, apăsați 1. Dacă a ajuns deteriorat, apăsați 2. Dacă nu este ce ați comandat, apăsați 3. Pentru orice altceva, apăsați 4.',
  complaintWanted:
    'Dacă doriți banii înapoi, apăsați 1. Dacă doriți înlocuirea produsului, apăsați 2. Dacă doriți repararea lui, apăsați 3. Pentru altceva, sau dacă nu știți încă, apăsați 4.',
  complaintOrder:
    'Dacă este vorba de ultima comandă, apăsați 1 și diez. Dacă este vorba de alta, introduceți numărul ei, apoi apăsați tasta diez. Dacă nu este vorba de nicio comandă, apăsați doar diez.',

  caseLooking: 'Un moment, vă rugăm, vă căutăm cazul.',
  caseState: 'Cazul {caseNumber} {state}.',
  noCase: 'Nu avem niciun caz deschis al dumneavoastră.',
  caseFault: 'Momentan nu avem acces la cazuri. Vă va ajuta un coleg de-al nostru.',

  resolvedCase:
    'Cazul {caseNumber} este rezolvat. Dacă totul este în ordine, apăsați 1. Dacă nu este, apăsați 2. Pentru meniul principal, apăsați 3. Pentru alt caz, apăsați 4. Pentru a vorbi cu un coleg de-al nostru, apăsați 0.',
  resolvedSilence: 'Nu am primit dacă totul este în ordine.',
  resolvedOtherKey: 'Ne pare rău, vă rugăm să apăsați 1, 2, 3, 4 sau 0.',
  caseAnswering: 'Un moment, vă rugăm, notăm aceasta.',
  caseVerified: 'Vă mulțumim. Ne bucurăm că s-a rezolvat.',
  caseReopened:
    'Ne pare rău. Cazul dumneavoastră este deschis din nou și are prioritate. Vă vom suna cel târziu {promisedTime}.',
  caseWishNoted:
    'Am notat la cazul dumneavoastră. Vă vom suna în această privință cel târziu {promisedTime}.',
  caseWithdrawn: 'Vă mulțumim. Am notat că nu mai aveți nevoie, iar colegii noștri se vor ocupa de asta.',
  caseChanged: 'Cazul dumneavoastră s-a schimbat între timp, așa că nu am putut nota aceasta.',
  caseNotAnswered: 'Nu putem nota aceasta acum. Vă va ajuta un coleg de-al nostru.',

  addToCase:
    'Dacă tot nu este în ordine, apăsați 1. Pentru a fi sunat în această privință, apăsați 2. Dacă nu mai aveți nevoie, apăsați 3. Pentru a vorbi cu un coleg de-al nostru, apăsați 0.',

  askCase:
    'Vă rugăm să introduceți numărul cazului, apoi apăsați tasta diez. Pentru a vorbi cu un coleg de-al nostru, apăsați 0 și diez.',
  caseNumberSilence: 'Nu am primit un număr de caz.',
  caseNumberMissing:
    'Tot nu am primit un număr de caz. Îl va căuta împreună cu dumneavoastră un coleg de-al nostru.',
  caseNumberFault:
    'Nu am putut prelua acest număr de caz. Îl va căuta împreună cu dumneavoastră un coleg de-al nostru.',
  caseUnknown: 'Nu am găsit acest caz. Vă rugăm să verificați numărul.',
  caseUnknownAgain:
    'Nu am găsit nici acest caz. Îl va căuta împreună cu dumneavoastră un coleg de-al nostru.',
  enoughCases: 'Pentru mai multe cazuri, le va parcurge împreună cu dumneavoastră un coleg de-al nostru.',
  caseSettled: 'Cazul {caseNumber} este închis.',
  afterNoCase:
    'Pentru meniul principal, apăsați 3. Pentru un caz după numărul lui, apăsați 4. Pentru a vorbi cu un coleg de-al nostru, apăsați 0. Pentru a încheia apelul, apăsați 9.',

  afterProblem:
    'Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg de-al nostru, apăsați 0. Pentru a încheia apelul, apăsați 9.',
  afterProblemSilence: 'Nu am primit ce doriți în continuare.',
  afterProblemOtherKey: 'Ne pare rău, vă rugăm să apăsați 3, 0 sau 9.',
  afterProblemGiveUp: 'Vom vedea dacă un coleg de-al nostru vă poate ajuta mai departe.',
  afterProblemFault: 'Nu putem prelua acum această opțiune. Un coleg de-al nostru vă va ajuta mai departe.',
};
