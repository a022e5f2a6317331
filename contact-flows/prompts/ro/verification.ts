/** Every word of the question for the PIN, in Romanian. */
import type { verification as english } from '../en/verification.ts';
import type { Translation } from '../translation.ts';

export const verification: Translation<typeof english> = {
  askPin:
    'Vă rugăm să introduceți codul PIN, apoi apăsați tasta diez. Dacă nu îl aveți la îndemână, apăsați 0 și diez.',
  pinSilence:
    'Nu am primit codul PIN. Vă rugăm să îl introduceți acum, apoi apăsați tasta diez. Dacă nu îl aveți la îndemână, apăsați 0 și diez.',
  pinWrong:
    'Ne pare rău, codul PIN nu este corect. Vă rugăm să îl introduceți din nou, apoi apăsați tasta diez. Dacă nu îl aveți la îndemână, apăsați 0 și diez.',
  pinRefused: 'Ne pare rău, nici acest cod PIN nu este corect. De aici vă va ajuta un coleg de-al nostru.',
  pinMissing: 'Tot nu am primit codul PIN. De aici vă va ajuta un coleg de-al nostru.',
  pinRight: 'Vă mulțumim.',
  verificationFault: 'Nu vă putem verifica acum codul PIN. Vă va ajuta un coleg de-al nostru.',
};
