/** Every word of raising a case that cannot wait, in Romanian. */
import type { escalations as english } from '../en/escalations.ts';
import type { Translation } from '../translation.ts';

export const escalations: Translation<typeof english> = {
  caseLookingBefore: 'Un moment, vă rugăm, să vedem dacă ne-ați mai spus despre asta.',
  caseBeforeFault: 'Nu putem vedea acum dacă ne-ați mai spus despre asta.',
  knownCase:
    'Ne-ați mai spus despre o astfel de problemă. Cazul {caseNumber} {state}. Dacă este aceeași problemă, apăsați 1. Dacă este alta, apăsați 2. Pentru a vorbi cu un coleg de-al nostru, apăsați 0.',
  knownCaseSilence: 'Nu am primit răspuns dacă este aceeași problemă.',
  knownCaseOtherKey: 'Ne pare rău, vă rugăm să apăsați 1, 2 sau 0.',

  afterCase:
    'Dacă nu poate aștepta, apăsați 1. Pentru a adăuga ceva, apăsați 2. Pentru meniul principal, apăsați 3. Pentru alt caz, apăsați 4. Pentru a vorbi cu un coleg de-al nostru, apăsați 0. Pentru a încheia apelul, apăsați 9.',
  afterCaseOtherKey: 'Ne pare rău, vă rugăm să apăsați 1, 2, 3, 4, 0 sau 9.',
  caseNotRaised: 'Acum nu putem ridica nivelul cazului prin taste. Vă va ajuta un coleg de-al nostru.',

  raising: 'Un moment, vă rugăm, ridicăm nivelul cazului dumneavoastră.',
  caseRaised: 'Cazul dumneavoastră a fost ridicat la nivelul {level}.',
  caseNotOpen: 'Cazul dumneavoastră nu mai este deschis, așa că nu avem ce nivel să ridicăm.',
  escalationFault: 'Nu am putut ridica acum nivelul cazului. Vă va ajuta un coleg de-al nostru.',
  connectingEscalation:
    'Vă facem legătura cu echipa noastră pentru cazuri urgente. Vă rugăm să rămâneți pe fir.',
  escalationNobody:
    'Nimeni din echipa pentru cazuri urgente nu este acum la telefon. Cazul dumneavoastră a fost ridicat și va fi preluat cel târziu {promisedTime}. Pentru a aștepta primul coleg disponibil, rămâneți pe fir.',
  escalationClosed:
    'Echipa noastră pentru cazuri urgente nu lucrează acum. Cazul dumneavoastră a fost totuși ridicat și va fi preluat cel târziu {promisedTime}.',
  escalationFull:
    'Toate liniile echipei pentru cazuri urgente sunt ocupate. Cazul dumneavoastră a fost ridicat și va fi preluat cel târziu {promisedTime}.',
  escalationQueueFault: 'Acum nu găsim la telefon echipa pentru cazuri urgente. Vă va ajuta altcineva.',
  escalationHoursFault:
    'Nu putem vedea acum dacă echipa pentru cazuri urgente lucrează. Vă va ajuta altcineva.',
  escalationTransferFault:
    'Nu v-am putut face legătura cu echipa pentru cazuri urgente. Vă va ajuta altcineva.',
};
