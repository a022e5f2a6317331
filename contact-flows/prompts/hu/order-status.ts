/** Every word of how an order stands, and of what comes after an order, in Hungarian. */
import type { orderStatus as english } from '../en/order-status.ts';
import type { Translation } from '../translation.ts';

export const orderStatus: Translation<typeof english> = {
  askOrder:
    'Kérjük, adja meg a rendelésszámát, majd nyomja meg a kettőskeresztet. A legutóbbi rendeléséhez nyomja meg az 1-est és a kettőskeresztet. Ha munkatársunkkal szeretne beszélni, nyomja meg a 0-t és a kettőskeresztet.',
  orderSilence: 'Nem kaptunk rendelésszámot.',
  orderMissing: 'Továbbra sem kaptunk rendelésszámot.',
  numberNotTaken: 'Ezt a számot nem tudtuk fogadni.',
  orderStatus: 'Rendelésszám {orderNumber}. {status}.',
  orderNotFound: 'Ezt a rendelést nem találtuk. Kérjük, ellenőrizze a számot.',
  orderNotFoundAgain: 'Ezt a rendelést sem találtuk.',
  noOrders: 'Önnek még nincs nálunk rendelése. Ismét a főmenü következik.',
  orderLookupFault: 'A rendeléseket jelenleg nem érjük el.',
  afterOrderOnly:
    'Ha újra meghallgatná, nyomja meg az 1-es gombot. Másik rendeléshez a 2-est. A főmenühöz a 3-ast. Ha módosítaná, törölné, visszaküldené vagy kicserélné, a 4-est. Ha munkatársunkkal szeretne beszélni, a 0-t. A hívás befejezéséhez a 9-est.',
  afterOrder:
    'Ha újra meghallgatná, nyomja meg az 1-es gombot. Másik rendeléshez a 2-est. A főmenühöz a 3-ast. Ha módosítaná, törölné, visszaküldené vagy kicserélné, a 4-est. Ha kártyával kifizetné, az 5-öst. Ha munkatársunkkal szeretne beszélni, a 0-t. A hívás befejezéséhez a 9-est.',
  afterOrderSilence: 'Nem választott a lehetőségek közül.',
  afterOrderOtherKey: 'Sajnáljuk, ez nincs a választható gombok között.',
  afterOrderGiveUp: 'Megnézzük, tud-e egyik munkatársunk tovább segíteni Önnek.',
  heardOften: 'Már többször is meghallgatta.',
  enoughOrders: 'További rendeléseit egyik munkatársunk végig tudja nézni Önnel.',
  backToMenuFault: 'A főmenüt most nem tudjuk megnyitni.',
  goodbye: 'Köszönjük, hogy a Larkfield Suppliest hívta. Viszonthallásra.',
};
