/** Every word of paying an order by card, in Hungarian. */
import type { paying as english } from '../en/paying.ts';
import type { Translation } from '../translation.ts';

export const paying: Translation<typeof english> = {
  payFlowFault: 'Gombnyomással most nem tudunk fizetést fogadni.',
  payQuoteFault: 'Most nem látjuk, mennyit kell még fizetni.',
  payNoOrder: 'Nem találjuk a rendelést, amelyet ki szeretne fizetni.',
  payNothingDue: 'Rendelésszám {orderNumber}. Ennél már nincs fizetnivaló.',
  payEnoughCards: 'Már több kártyával is próbáltuk.',
  payOffer:
    'Rendelésszám {orderNumber}. A fizetendő összeg {amount}. Amit a kártyájáról beír, azt nálunk senki sem látja. Ha most kártyával fizetne, nyomja meg az 1-es gombot. A főmenühöz a 3-ast. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  payCard:
    'Kérjük, adja meg a kártyaszámot, majd nyomja meg a kettőskeresztet. Ha újrakezdené, nyomja meg a csillagot.',
  payExpiry: 'Most a lejárati dátumot kérjük négy számjeggyel: kettő a hónap, kettő az év.',
  payCode:
    'Végül a biztonsági kódot kérjük. Ez a három számjegy a kártya hátoldalán, vagy négy az elején. Utána nyomja meg a kettőskeresztet.',
  paySilence: 'Ezt nem kaptuk meg. Kezdjük újra a kártyaszámmal.',
  payNoCard: 'Továbbra sem kaptuk meg a kártya adatait, és nem terheltük meg a kártyát.',
  payCardFault:
    'Kártyaadatokat most nem tudunk titkosan fogadni, ezért nem is kérünk. A kártyáját nem terheltük meg.',
  payChangedMeanwhile: 'A rendelése időközben megváltozott, és nem terheltük meg a kártyát. Nézzük meg újra.',
  payAsking: 'Köszönjük. Most megkérdezzük a bankját. Kérjük, maradjon vonalban.',
  payAskingEarlier:
    'Ehhez a rendeléshez már adott meg kártyát. Egy pillanat türelmet, megnézzük, mi lett vele.',
  payWaitFirst: 'A bankja még vizsgálja. Ez akár egy percig is tarthat. Kérjük, maradjon vonalban.',
  payWaitSecond: 'Amint a bankja válaszol, megmondjuk. Önnek semmit sem kell tennie.',
  payWaitThird: 'A bankja még nem válaszolt. Még fél percig tarthat.',
  payWaitFourth: 'Köszönjük a türelmét. Még mindig a bankja válaszára várunk.',
  payWaitFifth: 'Kérjük, még ne tegye le. Semmit sem terhelünk kétszer, akármeddig tart.',
  payWaitSixth: 'Adunk még néhány másodpercet a bankjának. Utána nem váratjuk tovább.',
  payLongWait: 'Ez a bankjának a szokásosnál tovább tart. Nem váratjuk Önt tovább.',
  payUnknown: 'A bankjától most nem kaptunk választ. Egy pillanat türelmet, feljegyezzük.',
  payPaid: 'A fizetés sikerült: {amount}. A rendelés ki van fizetve, a száma {orderNumber}. Köszönjük.',
  payDeclined:
    '{why} Nem terheltük meg a kártyát. Ha újra vagy másik kártyával próbálná, nyomja meg az 1-es gombot. A főmenühöz a 3-ast. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  payReturned: 'A rendelése fizetés közben megváltozott, ezért az összeget azonnal visszaküldjük.',
  payWillConfirm:
    'Kérjük, ezt a rendelést ne fizesse ki újra. Utánanézünk, mi lett a fizetésével, és legkésőbb {promisedTime} értesítjük. Az ügyszáma {caseNumber}. Megismétlem, {caseNumber}.',
  payWithheld:
    'Az Ön hívószáma rejtett, ezért nem tudjuk visszahívni. Kérjük, ne fizessen újra, amíg nem beszélt velünk.',
  payReferFault: 'Most nem tudjuk feljegyezni. Kérjük, ne fizessen újra, amíg nem beszélt velünk.',
  afterPayment:
    'A főmenühöz nyomja meg a 3-as gombot. Ha munkatársunkkal szeretne beszélni, a 0-t. Ha végzett, a 9-est.',
};
