/** Every word of the question for the PIN, in Romanian. */
import type { verification as english } from '../en/verification.ts';
import type { Translation } from '../translation.ts';

export const verification: Translation<typeof english> = {
  askPin:
    'Vă rugăm să introduceți codul PIN, apoi apăsați tasta diez. Pentru un cod prin SMS, apăsați 1 și diez. Pentru a vorbi cu un coleg, apăsați 0 și diez.',
  pinSilence:
    'Nu am primit codul PIN. Vă rugăm să îl introduceți acum, apoi apăsați tasta diez. Pentru un cod prin SMS, apăsați 1 și diez. Pentru a vorbi cu un coleg, apăsați 0 și diez.',
  pinWrong:
    'Ne pare rău, codul PIN nu este corect. Vă rugăm să îl introduceți din nou, apoi apăsați tasta diez. Pentru un cod prin SMS, apăsați 1 și diez. Pentru a vorbi cu un coleg, apăsați 0 și diez.',
  askPinOnly:
    'Vă rugăm să introduceți codul PIN, apoi apăsați tasta diez. Pentru a vorbi cu un coleg, apăsați 0 și diez.',
  pinOnlySilence:
    'Nu am primit codul PIN. Vă rugăm să îl introduceți acum, apoi apăsați tasta diez. Pentru a vorbi cu un coleg, apăsați 0 și diez.',
  pinOnlyWrong:
    'Ne pare rău, codul PIN nu este corect. Vă rugăm să îl introduceți din nou, apoi apăsați tasta diez. Pentru a vorbi cu un coleg, apăsați 0 și diez.',
  pinRefused: 'Ne pare rău, nici acest cod PIN nu este corect.',
  pinMissing: 'Tot nu am primit codul PIN.',
  pinRight: 'Vă mulțumim.',
  verificationFault: 'Nu vă putem verifica acum codul PIN.',
  codeSending: 'O clipă, vă rugăm.',
  askCode:
    'Dacă avem de ceva timp un număr al dumneavoastră, veți primi acolo, prin SMS, un cod de șase cifre. Ar trebui să ajungă în câteva secunde. Vă rugăm să introduceți codul, apoi apăsați tasta diez. Pentru a vorbi cu un coleg, apăsați 0 și diez.',
  codeAwaited:
    'Suntem încă aici. Vă rugăm să introduceți codul imediat ce îl primiți, apoi apăsați tasta diez. Pentru a vorbi cu un coleg, apăsați 0 și diez.',
  codeWrong:
    'Ne pare rău, codul nu este corect. Vă rugăm să îl introduceți din nou, apoi apăsați tasta diez. Pentru a vorbi cu un coleg, apăsați 0 și diez.',
  codeRefused: 'Ne pare rău, nici acest cod nu este corect.',
  codeMissing: 'Nu am primit niciun cod.',
  codeUnavailable: 'Nu putem trimite un cod acum.',
};
