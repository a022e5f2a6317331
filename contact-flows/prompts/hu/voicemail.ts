/** Every word of a voice message that a caller leaves, in Hungarian. */
import type { voicemail as english } from '../en/voicemail.ts';
import type { Translation } from '../translation.ts';

export const voicemail: Translation<typeof english> = {
  voicemailHow:
    'Kérjük, a hangjelzés után mondja el üzenetét. Munkatársaink számára rögzítjük. Ha más számon szeretné, hogy hívjuk, mondja be az üzenetben. Ha végzett, nyomjon meg egy tetszőleges gombot, vagy egyszerűen tegye le.',
  voicemailNow: 'Kérjük, most beszéljen.',
  voicemailTenSeconds: 'Még tíz másodperce van.',
  voicemailLimit: 'Ennél hosszabb nem lehet az üzenet.',
  voicemailChoose:
    'Az üzenet elküldéséhez maradjon vonalban. Ha újra felmondaná, nyomja meg a 2-es gombot. A törléshez a 3-ast.',
  voicemailAgain: 'Rendben, még egyszer. Kérjük, a hangjelzés után beszéljen.',
  voicemailEnough: 'Háromszor rögzítettük az üzenetét, az utolsót megtartjuk.',
  voicemailSending: 'Egy pillanat türelmet, elmentjük az üzenetét.',
  voicemailPromise:
    'Megkaptuk az üzenetét, és legkésőbb {promisedTime} válaszolunk rá. Az ügyszáma {caseNumber}. Megismétlem, {caseNumber}. Köszönjük, viszonthallásra.',
  voicemailKept: 'Megkaptuk az üzenetét, és amint tudunk, válaszolunk rá. Köszönjük, viszonthallásra.',
  voicemailDeleting: 'Egy pillanat türelmet, töröljük az üzenetét.',
  voicemailDeleted: 'Az üzenetét töröltük.',
  voicemailNotDeleted:
    'Sajnáljuk, az üzenetét most nem tudtuk törölni. Ha nem szeretné, hogy meghallgassuk, mondja el, amikor hívjuk. Köszönjük, viszonthallásra.',
  voicemailMenuFault:
    'A főmenüt most nem tudjuk megnyitni. Kérjük, hívjon újra kicsit később. Köszönjük, viszonthallásra.',
  voicemailUnsayFault: 'Akkor a telefonszámát jegyezzük fel.',
  voicemailFault: 'Sajnáljuk, most nem tudunk üzenetet rögzíteni. Feljegyezzük inkább a számát.',
};
