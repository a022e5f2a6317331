/** Every word of ordering by phone, in Hungarian. */
import type { ordering as english } from '../en/ordering.ts';
import type { Translation } from '../translation.ts';

export const ordering: Translation<typeof english> = {
  placeOrderFault: 'Gombnyomással most nem tudunk rendelést felvenni.',

  askProduct:
    'Kérjük, adja meg a termék számát, majd nyomja meg a kettőskeresztet. Ha a legutóbbi rendelését teljes egészében megismételné, nyomja meg az 1-est és a kettőskeresztet. Ha munkatársunkkal szeretne beszélni, nyomja meg a 0-t és a kettőskeresztet.',
  productSilence: 'Nem kaptunk termékszámot.',
  productUnknown: 'Ilyen számú termékünk nincs. Kérjük, ellenőrizze a számot.',
  productSoldOut: 'Sajnáljuk, ez a termék jelenleg elfogyott: {productName}.',
  productEntryFault: 'Ezt a termékszámot nem tudtuk fogadni.',
  productLookupFault: 'A terméklistánkat most nem érjük el.',
  product: '{productName}, darabja {price}.',

  askQuantity: 'Hány darabot szeretne? Kérjük, adja meg a számot, majd nyomja meg a kettőskeresztet.',
  quantitySilence: 'Nem kaptuk meg a darabszámot.',
  quantityWrong: 'Gombnyomással 1 és {most} közötti darabszámot rendelhet.',
  quantityTooMany: 'Ebből a termékből, {productName}, csak ennyi van: {left}.',
  quoteFault: 'Az árat most nem tudjuk kiszámítani.',

  nothingToRepeat: 'Önnek még nincs nálunk olyan rendelése, amelyet megismételhetnénk.',
  repeatTooMany:
    'Ezt a rendelést nem tudjuk ugyanúgy megismételni, mert ebből a termékből, {productName}, csak {left} van.',
  notByPhone: 'Ezt a rendelést gombnyomással nem tudjuk megismételni.',

  readBack:
    '{items}: {price}. Az adó {tax}. Összesen fizetendő: {total}. A rendelés leadásához nyomja meg az 1-es gombot. A törléséhez a 2-est. Ha újra meghallgatná, a 3-ast. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  readBackSilence: 'Nem válaszolt, hogy leadja-e a rendelést.',
  readBackOtherKey: 'Sajnáljuk, ezzel a gombbal sem leadni, sem törölni nem lehet a rendelést.',
  readBackGiveUp: 'Nem történt rendelés.',
  readBackFault: 'A válaszát most nem tudjuk fogadni, és nem történt rendelés.',
  enoughReadBacks: 'Már többször meghallgatta, és még nem történt rendelés.',
  cancelled: 'Rendben, nem történt rendelés. Ismét a főmenü következik.',

  confirmFault: 'A rendelését nem tudtuk feljegyezni, és nem történt rendelés.',
  identical:
    'Ön {when} pontosan ugyanezt rendelte, a rendelés száma {orderNumber}. Ha még egyszer megrendelné, nyomja meg az 1-es gombot. Ha nem rendelné meg újra, a 2-est. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  identicalSilence: 'Nem válaszolt, hogy megrendeli-e még egyszer.',
  identicalOtherKey: 'Sajnáljuk, ez a gomb nincs a válaszok között.',
  identicalGiveUp: 'Nem rendeltük meg még egyszer.',
  identicalFault: 'A válaszát most nem tudjuk fogadni, és nem rendeltük meg még egyszer.',
  leftAtThat: 'Rendben, marad a meglévő rendelése. Ismét a főmenü következik.',
  enoughOnceMore: 'Ezt már többször megrendelte.',

  placing: 'Egy pillanat türelmet, leadjuk a rendelését.',
  placed:
    'Köszönjük, a rendelését felvettük. Összesen fizetendő: {total}. A rendelésszáma {orderNumber}. Megismétlem, {orderNumber}.',
  soldMeanwhile: 'Sajnáljuk, időközben elfogyott. Nem történt rendelés.',
  priceChanged: 'Időközben megváltozott egy ár, és még nem történt rendelés. Itt a rendelése az új árral.',
  pricesGiveUp: 'Az árak folyamatosan változnak, és nem történt rendelés.',
  orderVoid: 'Ezt a rendelést egy újabb váltotta fel, és nem adtuk le.',
  unconfirmed:
    'Most nem tudtuk kideríteni, megkaptuk-e a rendelését. Könnyen lehet, hogy igen, ezért kérjük, egyelőre ne rendelje meg újra. Utánanézünk.',
  lookedAfter: 'Munkatársaink már foglalkoznak pontosan ezzel a rendeléssel, ezért nem vesszük fel újra.',
  notOrdered: 'A rendelését nem tudtuk leadni, és nem történt rendelés.',
  willConfirm:
    'Ellenőrizzük a rendelését, és legkésőbb {promisedTime} visszaigazoljuk. Azon a számon hívjuk, amelyről telefonál. Az ügyszáma {caseNumber}. Megismétlem, {caseNumber}. Köszönjük, viszonthallásra.',

  recalling: 'Lássuk a rendelését.',
  recallFault: 'Most nem látjuk, hogy elkezdett-e már egy rendelést.',
  begunOrder:
    'Ön elkezdett egy rendelést: {items}. Ha a mai áron folytatná, nyomja meg az 1-es gombot. Ha mást rendelne, a 2-est. Ha törölné, amit elkezdett, a 3-ast. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  begunTooMany:
    'Ezt a rendelést nem tudjuk úgy felvenni, ahogyan elkezdte, mert ebből a termékből, {productName}, csak {left} van.',
  begunGone: 'Amit elkezdett, úgy már nem rendelhető meg.',
  begunForgotten: 'Rendben, az elkezdett rendelést töröltük.',
  begunNotForgotten:
    'Az elkezdett rendelést most nem tudtuk törölni, ezért még hallani fog róla. Nem történt rendelés.',
  cancelledNotForgotten:
    'Rendben, nem történt rendelés. Törölni most nem tudtuk, ezért még hallani fog róla. A főmenü következik.',
};
