/** Every word of the question for the PIN, in Hungarian. */
import type { verification as english } from '../en/verification.ts';
import type { Translation } from '../translation.ts';

export const verification: Translation<typeof english> = {
  askPin:
    'Kérjük, adja meg a PIN-kódját, majd nyomja meg a kettőskeresztet. Ha inkább SMS-ben kér kódot, nyomja meg az 1-est és a kettőskeresztet. Ha munkatársunkkal szeretne beszélni, nyomja meg a 0-t és a kettőskeresztet.',
  pinSilence:
    'Nem kaptunk PIN-kódot. Kérjük, adja meg most, majd nyomja meg a kettőskeresztet. Ha inkább SMS-ben kér kódot, nyomja meg az 1-est és a kettőskeresztet. Ha munkatársunkkal szeretne beszélni, nyomja meg a 0-t és a kettőskeresztet.',
  pinWrong:
    'Sajnáljuk, ez a PIN-kód nem helyes. Kérjük, adja meg újra, majd nyomja meg a kettőskeresztet. Ha inkább SMS-ben kér kódot, nyomja meg az 1-est és a kettőskeresztet. Ha munkatársunkkal szeretne beszélni, nyomja meg a 0-t és a kettőskeresztet.',
  askPinOnly:
    'Kérjük, adja meg a PIN-kódját, majd nyomja meg a kettőskeresztet. Ha munkatársunkkal szeretne beszélni, nyomja meg a 0-t és a kettőskeresztet.',
  pinOnlySilence:
    'Nem kaptunk PIN-kódot. Kérjük, adja meg most, majd nyomja meg a kettőskeresztet. Ha munkatársunkkal szeretne beszélni, nyomja meg a 0-t és a kettőskeresztet.',
  pinOnlyWrong:
    'Sajnáljuk, ez a PIN-kód nem helyes. Kérjük, adja meg újra, majd nyomja meg a kettőskeresztet. Ha munkatársunkkal szeretne beszélni, nyomja meg a 0-t és a kettőskeresztet.',
  pinRefused: 'Sajnáljuk, ez a PIN-kód sem helyes.',
  pinMissing: 'Továbbra sem kaptunk PIN-kódot.',
  pinRight: 'Köszönjük.',
  verificationFault: 'A PIN-kódját most nem tudjuk ellenőrizni.',
  codeSending: 'Egy pillanat türelmet kérünk.',
  askCode:
    'Ha egy ideje ismerjük valamelyik számát, arra SMS-ben hatjegyű kód érkezik. Néhány másodpercen belül meg kell érkeznie. Kérjük, adja meg a kódot, majd nyomja meg a kettőskeresztet. Ha munkatársunkkal szeretne beszélni, nyomja meg a 0-t és a kettőskeresztet.',
  codeAwaited:
    'Még mindig itt vagyunk. Kérjük, adja meg a kódot, amint megkapta, majd nyomja meg a kettőskeresztet. Ha munkatársunkkal szeretne beszélni, nyomja meg a 0-t és a kettőskeresztet.',
  codeWrong:
    'Sajnáljuk, ez a kód nem helyes. Kérjük, adja meg újra, majd nyomja meg a kettőskeresztet. Ha munkatársunkkal szeretne beszélni, nyomja meg a 0-t és a kettőskeresztet.',
  codeRefused: 'Sajnáljuk, ez a kód sem helyes.',
  codeMissing: 'Nem kaptunk kódot.',
  codeUnavailable: 'Most nem tudunk kódot küldeni.',
};
