/** Every word of a voice message that a caller leaves, in Romanian. */
import type { voicemail as english } from '../en/voicemail.ts';
import type { Translation } from '../translation.ts';

export const voicemail: Translation<typeof english> = {
  voicemailHow:
    'Vă rugăm să lăsați mesajul după semnal. Îl înregistrăm pentru colegii noștri. Dacă doriți să vă sunăm la alt număr, spuneți-l în mesaj. Când ați terminat, apăsați orice tastă sau pur și simplu închideți.',
  voicemailNow: 'Vă rugăm să vorbiți acum.',
  voicemailTenSeconds: 'Mai aveți zece secunde.',
  voicemailLimit: 'Mesajul nu poate fi mai lung.',
  voicemailChoose:
    'Pentru a trimite mesajul, rămâneți pe fir. Pentru a-l înregistra din nou, apăsați 2. Pentru a-l șterge, apăsați 3.',
  voicemailAgain: 'Bine, încă o dată. Vă rugăm să vorbiți după semnal.',
  voicemailEnough: 'V-am înregistrat de trei ori și păstrăm ultimul mesaj.',
  voicemailSending: 'Un moment, vă rugăm, vă păstrăm mesajul.',
  voicemailPromise:
    'Am primit mesajul dumneavoastră și vă răspundem cel târziu {promisedTime}. Numărul cazului dumneavoastră este {caseNumber}. Repet, {caseNumber}. Vă mulțumim, la revedere.',
  voicemailKept: 'Am primit mesajul dumneavoastră și vă răspundem cât mai curând. Vă mulțumim, la revedere.',
  voicemailDeleting: 'Un moment, vă rugăm, ștergem mesajul.',
  voicemailDeleted: 'Mesajul dumneavoastră a fost șters.',
  voicemailNotDeleted:
    'Ne pare rău, nu am putut șterge acum mesajul. Dacă nu doriți să fie ascultat, spuneți-ne când vă sunăm. Vă mulțumim, la revedere.',
  voicemailMenuFault:
    'Nu putem deschide acum meniul principal. Vă rugăm să reveniți puțin mai târziu. Vă mulțumim, la revedere.',
  voicemailUnsayFault: 'Atunci vă notăm numărul.',
  voicemailFault: 'Ne pare rău, nu putem înregistra acum un mesaj. Vă notăm în schimb numărul.',
};
