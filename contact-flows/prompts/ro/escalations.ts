/** Every word of raising a case that cannot wait, in Romanian. */
import type { escalations as english } from '../en/escalations.ts';
import type { Translation } from '../translation.ts';

export const escalations: Translation<typeof english> = {
  caseLookingBefore: 'Un moment, vă rugăm, să vedem dacă ne-ați mai spus despre asta.',
  caseBeforeFault: 'Nu putem vedea acum dacă ne-ați mai spus despre asta.',
  knownCase:
    'Ne-ați mai spus despre o astfel de problemă. Cazul {caseNumber} {state}. Dacă este aceeași problemă, apăsați 1. Dacă este alta, apăsați 2. Pentru a vorbi cu un coleg, apăsați 0.',
  knownCaseSilence: 'Nu ați răspuns dacă este aceeași problemă.',
  knownCaseOtherKey: 'Ne pare rău, vă rugăm să apăsați 1, 2 sau 0.',

  afterCase:
    'Dacă nu poate aștepta, apăsați 1. Pentru a adăuga ceva, apăsați 2. Pentru meniul principal, apăsați 3. Pentru alt caz, apăsați 4. Pentru a vorbi cu un coleg, apăsați 0. Pentru a încheia apelul, apăsați 9.',
  afterCaseOtherKey: 'Ne pare rău, vă rugăm să apăsați 1, 2, 3, 4, 0 sau 9.',
  caseNotRaised: 'Acum nu putem ridica nivelul cazului de la tastatură.',

  raising: 'Un moment, vă rugăm, ridicăm nivelul cazului dumneavoastră.',
  caseRaised: 'Cazul dumneavoastră a fost ridicat la nivelul {level}.',
  caseNotOpen: 'Cazul dumneavoastră nu mai este deschis, așa că nivelul lui nu mai poate fi ridicat.',
  escalationFault: 'Nu am putut ridica acum nivelul cazului.',
  connectingEscalation:
    'Vă facem legătura cu echipa noastră pentru cazuri urgente. Vă rugăm să rămâneți pe fir.',
  escalationNobody:
    'Nimeni din echipa pentru cazuri urgente nu este acum la telefon. Am ridicat nivelul cazului dumneavoastră, iar echipa îl va prelua cel târziu {promisedTime}. Pentru a aștepta primul coleg disponibil, rămâneți pe fir.',
  escalationClosed:
    'Echipa noastră pentru cazuri urgente nu lucrează acum. Am ridicat totuși nivelul cazului dumneavoastră, iar echipa îl va prelua cel târziu {promisedTime}.',
  escalationFull:
    'Toate liniile echipei pentru cazuri urgente sunt ocupate. Am ridicat nivelul cazului dumneavoastră, iar echipa îl va prelua cel târziu {promisedTime}.',
  escalationQueueFault: 'Echipa pentru cazuri urgente nu răspunde acum la telefon.',
  escalationHoursFault: 'Nu putem vedea acum dacă echipa pentru cazuri urgente lucrează.',
  escalationTransferFault: 'Nu v-am putut face legătura cu echipa pentru cazuri urgente.',
};
