/** Every word of the question for the PIN, in Hungarian. */
import type { verification as english } from '../en/verification.ts';
import type { Translation } from '../translation.ts';

export const verification: Translation<typeof english> = {
  askPin:
    'Kérjük, adja meg a PIN-kódját, majd nyomja meg a kettőskeresztet. Ha nincs kéznél, nyomja meg a 0-t és a kettőskeresztet.',
  pinSilence:
    'Nem kaptunk PIN-kódot. Kérjük, adja meg most, majd nyomja meg a kettőskeresztet. Ha nincs kéznél, nyomja meg a 0-t és a kettőskeresztet.',
  pinWrong:
    'Sajnáljuk, ez a PIN-kód nem egyezik. Kérjük, adja meg újra, majd nyomja meg a kettőskeresztet. Ha nincs kéznél, nyomja meg a 0-t és a kettőskeresztet.',
  pinRefused: 'Sajnáljuk, ez a PIN-kód sem egyezik. Innen egyik munkatársunk segít Önnek.',
  pinMissing: 'Továbbra sem kaptunk PIN-kódot. Innen egyik munkatársunk segít Önnek.',
  pinRight: 'Köszönjük.',
  verificationFault: 'A PIN-kódját most nem tudjuk ellenőrizni. Egyik munkatársunk segít Önnek.',
};
