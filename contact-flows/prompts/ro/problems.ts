/** Every word of reporting a problem and of hearing about a case, in Romanian. */
import type { problems as english } from '../en/problems.ts';
import type { Translation } from '../translation.ts';

export const problems: Translation<typeof english> = {
  problemFault: 'Acum nu putem nota probleme de la tastatură.',

  askProblem:
    'Dacă problema ține de o livrare, apăsați 1. Dacă ține de un produs, apăsați 2. Dacă ține de o factură, apăsați 3. Pentru altceva, apăsați 4. Pentru a afla în ce stadiu este un caz al dumneavoastră, apăsați 5. Pentru o reclamație, apăsați 6. Pentru a vorbi cu un coleg, apăsați 0.',
  problemSilence: 'Nu ați ales despre ce este vorba.',
  problemOtherKey: 'Ne pare rău, nu este niciuna dintre acestea.',
  problemMenuFault: 'Nu putem nota acum problema dumneavoastră de la tastatură.',
  problemNoting: 'Un moment, vă rugăm, vă deschidem un caz.',
  problemNoted:
    'Vă mulțumim. Numărul cazului dumneavoastră este {caseNumber}. Repet, {caseNumber}. Vă vom suna în această privință cel târziu {promisedTime}, la numărul de la care sunați.',
  problemNotNoted: 'Nu am putut deschide un caz acum.',

  complaintHeard: 'Ne pare rău că ceva nu a mers bine.',
  complaintSeverity:
    'Dacă nu puteți folosi ce ați cumpărat, apăsați 1. Dacă puteți, apăsați 2. Pentru a vorbi cu un coleg, apăsați 0.',
  complaintCause:
    'Dacă nu funcționează cum trebuie, apăsați 1. Dacă a ajuns deteriorat, apăsați 2. Dacă nu este ce ați comandat, apăsați 3. Pentru orice altceva, apăsați 4.',
  complaintWanted:
    'Dacă doriți banii înapoi, apăsați 1. Dacă doriți înlocuirea produsului, apăsați 2. Dacă doriți repararea lui, apăsați 3. Pentru altceva, sau dacă nu știți încă, apăsați 4.',
  complaintOrder:
    'Dacă este vorba de ultima comandă, apăsați 1 și diez. Dacă este vorba de alta, introduceți numărul ei, apoi apăsați tasta diez. Dacă nu este vorba de nicio comandă, apăsați doar diez.',

  caseLooking: 'Un moment, vă rugăm, vă căutăm cazul.',
  caseState: 'Cazul {caseNumber} {state}.',
  noCase: 'Nu aveți niciun caz deschis la noi.',
  caseFault: 'Momentan nu avem acces la cazuri.',

  resolvedCase:
    'Cazul {caseNumber} este rezolvat. Dacă totul este în ordine, apăsați 1. Dacă nu este, apăsați 2. Pentru meniul principal, apăsați 3. Pentru alt caz, apăsați 4. Pentru a vorbi cu un coleg, apăsați 0.',
  resolvedSilence: 'Nu ați răspuns dacă totul este în ordine.',
  resolvedOtherKey: 'Ne pare rău, vă rugăm să apăsați 1, 2, 3, 4 sau 0.',
  caseAnswering: 'Un moment, vă rugăm, notăm răspunsul.',
  caseVerified: 'Vă mulțumim. Ne bucurăm că s-a rezolvat.',
  caseReopened:
    'Ne pare rău. Cazul dumneavoastră este deschis din nou și are prioritate. Vă vom suna cel târziu {promisedTime}.',
  caseWishNoted:
    'Am notat acest lucru la cazul dumneavoastră. Vă vom suna în această privință cel târziu {promisedTime}.',
  caseWithdrawn:
    'Vă mulțumim. Am notat că nu mai aveți nevoie de ajutor, iar colegii noștri se vor ocupa de asta.',
  caseChanged: 'Cazul dumneavoastră s-a schimbat între timp, așa că nu am putut nota acest lucru.',
  caseNotAnswered: 'Nu putem nota acest lucru acum.',

  addToCase:
    'Dacă tot nu este în ordine, apăsați 1. Dacă doriți să vă sunăm în această privință, apăsați 2. Dacă nu mai aveți nevoie de ajutor, apăsați 3. Pentru a vorbi cu un coleg, apăsați 0.',

  askCase:
    'Vă rugăm să introduceți numărul cazului, apoi apăsați tasta diez. Pentru a vorbi cu un coleg, apăsați 0 și diez.',
  caseNumberSilence: 'Nu am primit un număr de caz.',
  caseNumberMissing: 'Tot nu am primit un număr de caz.',
  caseNumberFault: 'Nu am putut prelua acest număr de caz.',
  caseUnknown: 'Nu am găsit acest caz. Vă rugăm să verificați numărul.',
  caseUnknownAgain: 'Nu am găsit nici acest caz.',
  enoughCases: 'Pentru mai multe cazuri, un coleg poate parcurge lista împreună cu dumneavoastră.',
  caseSettled: 'Cazul {caseNumber} este închis.',
  afterNoCase:
    'Pentru meniul principal, apăsați 3. Pentru un caz după numărul lui, apăsați 4. Pentru a vorbi cu un coleg, apăsați 0. Pentru a încheia apelul, apăsați 9.',

  afterProblem:
    'Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg, apăsați 0. Pentru a încheia apelul, apăsați 9.',
  afterProblemSilence: 'Nu ați ales ce doriți în continuare.',
  afterProblemOtherKey: 'Ne pare rău, vă rugăm să apăsați 3, 0 sau 9.',
  afterProblemGiveUp: 'Vom vedea dacă un coleg vă poate ajuta mai departe.',
  afterProblemFault: 'Nu putem prelua acum această opțiune.',
};
