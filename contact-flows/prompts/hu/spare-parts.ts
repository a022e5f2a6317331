/** Every word of spare parts under warranty, in Hungarian. */
import type { spareParts as english } from '../en/spare-parts.ts';
import type { Translation } from '../translation.ts';

export const spareParts: Translation<typeof english> = {
  askPart:
    'Kérjük, adja meg az alkatrész számát, majd nyomja meg a kettőskeresztet. Ha nincs kéznél, nyomja meg a 0-t és a kettőskeresztet.',
  partSilence: 'Nem kaptuk meg az alkatrész számát.',
  partEntryFault: 'Az alkatrész számát nem tudtuk fogadni.',
  partFault: 'Az alkatrészeinket most nem érjük el.',
  partUnknown: 'Ahhoz, amit rendelt, nincs ilyen számú alkatrészünk.',
  partTooLate:
    'Erre a termékre, {productName}, a jótállás utoljára {until} volt érvényes. Az alkatrészt bármely termékünkhöz hasonlóan megrendelheti.',
  partNoWarranty:
    'Erre a termékre nincs jótállás: {productName}. Az alkatrészt más termékekhez hasonlóan megrendelheti.',
  partSoldOut: 'A jótállás érvényes rá, de ez az alkatrész elfogyott: {partName}.',
  partSentBefore: 'Ezt az alkatrészt már elküldtük Önnek, a rendelésszáma {orderNumber}.',
  partReadBack:
    'Alkatrész: {partName}. Termék: {productName}. A jótállás utoljára {until} érvényes. Ha kéri, hogy ingyen elküldjük, nyomja meg az 1-es gombot. Ha mégsem kéri, a 2-est. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  partSending: 'Egy pillanat türelmet, megrendeljük az alkatrészt.',
  partSent:
    'Az alkatrészt ingyen megrendeltük Önnek. A rendelésszáma {orderNumber}. Megismétlem, {orderNumber}.',
};
