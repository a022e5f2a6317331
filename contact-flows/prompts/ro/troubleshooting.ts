/** Every word of trying with a caller what helps a product that does not work, in Romanian. */
import type { troubleshooting as english } from '../en/troubleshooting.ts';
import type { Translation } from '../translation.ts';

export const troubleshooting: Translation<typeof english> = {
  askSymptom:
    'Dacă nu pornește, apăsați 1. Dacă se oprește sau se închide singur, apăsați 2. Dacă face zgomot sau curge, apăsați 3. Pentru orice altceva, apăsați 4. Pentru a vorbi cu un coleg, apăsați 0.',
  offerSteps:
    'Adesea ajută doi pași scurți. Pentru a-i încerca acum împreună cu noi, apăsați 1. Pentru a-i sări, apăsați 2. Pentru a vorbi cu un coleg, apăsați 0.',
  stepPlug:
    'Vă rugăm să îl conectați la altă priză și să îl porniți. Dacă funcționează acum, apăsați 1. Dacă nu, apăsați 2. Pentru a auzi din nou, apăsați 3. Pentru a vorbi cu un coleg, apăsați 0.',
  stepRestart:
    'Vă rugăm să îl opriți, să îl scoateți din priză și să așteptați un minut. Apoi conectați-l din nou și porniți-l. Dacă funcționează acum, apăsați 1. Dacă nu, apăsați 2. Pentru a auzi din nou, apăsați 3. Pentru a vorbi cu un coleg, apăsați 0.',
  stepClean:
    'Vă rugăm să îl scoateți din priză, să îl lăsați să se răcească și să îi curățați filtrul și fantele de aerisire. Apoi porniți-l din nou. Dacă funcționează acum, apăsați 1. Dacă nu, apăsați 2. Pentru a auzi din nou, apăsați 3. Pentru a vorbi cu un coleg, apăsați 0.',
  stepLevel:
    'Vă rugăm să îl scoateți din priză. Verificați dacă stă drept și dacă nu îl atinge sau nu s-a blocat ceva în el. Apoi porniți-l din nou. Dacă funcționează acum, apăsați 1. Dacă nu, apăsați 2. Pentru a auzi din nou, apăsați 3. Pentru a vorbi cu un coleg, apăsați 0.',
  stepHose:
    'Vă rugăm să îl scoateți din priză. Verificați dacă filtrul, capacul și furtunurile sunt bine fixate. Apoi porniți-l din nou. Dacă funcționează acum, apăsați 1. Dacă nu, apăsați 2. Pentru a auzi din nou, apăsați 3. Pentru a vorbi cu un coleg, apăsați 0.',
  stepSilence: 'Luați-vă timpul necesar. Suntem încă aici.',
  troubleOrder:
    'Dacă a venit cu ultima comandă, apăsați 1 și diez. Dacă a venit cu alta, introduceți numărul ei, apoi apăsați tasta diez. Altfel, apăsați doar diez.',
  stepHelped: 'Ne bucurăm că funcționează din nou.',
};
