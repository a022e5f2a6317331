/** Every word of ordering by phone, in Romanian. */
import type { ordering as english } from '../en/ordering.ts';
import type { Translation } from '../translation.ts';

export const ordering: Translation<typeof english> = {
  placeOrderFault: 'Acum nu putem prelua comenzi de la tastatură.',

  askProduct:
    'Vă rugăm să introduceți numărul produsului, apoi apăsați tasta diez. Pentru a comanda din nou tot ce era în ultima comandă, apăsați 1 și diez. Pentru a vorbi cu un coleg, apăsați 0 și diez.',
  productSilence: 'Nu am primit numărul produsului.',
  productUnknown: 'Nu avem niciun produs cu acest număr. Vă rugăm să îl verificați.',
  productSoldOut: 'Ne pare rău, produsul {productName} nu mai este în stoc momentan.',
  productEntryFault: 'Nu am putut prelua acest număr de produs.',
  productLookupFault: 'Acum nu avem acces la lista de produse.',
  product: '{productName}, {price} bucata.',

  askQuantity: 'Câte bucăți doriți? Vă rugăm să introduceți numărul, apoi apăsați tasta diez.',
  quantitySilence: 'Nu am primit numărul de bucăți.',
  quantityWrong: 'Prin taste puteți comanda un număr de bucăți între 1 și {most}.',
  quantityTooMany: 'Din produsul {productName} avem doar {left}.',
  quoteFault: 'Acum nu putem calcula prețul.',

  nothingToRepeat: 'Nu aveți încă la noi o comandă pe care să o putem repeta.',
  repeatTooMany:
    'Nu putem repeta comanda așa cum a fost, pentru că din produsul {productName} avem doar {left}.',
  notByPhone: 'Nu putem repeta această comandă de la tastatură.',

  readBack:
    '{items}: {price}. Taxele sunt de {tax}. Totalul este de {total}. Pentru a trimite comanda, apăsați 1. Pentru a o anula, apăsați 2. Pentru a o asculta din nou, apăsați 3. Pentru a vorbi cu un coleg, apăsați 0.',
  readBackSilence: 'Nu ați răspuns dacă trimitem comanda.',
  readBackOtherKey: 'Ne pare rău, tasta aceasta nici nu trimite comanda, nici nu o anulează.',
  readBackGiveUp: 'Nu s-a comandat nimic.',
  readBackFault: 'Nu putem prelua acum răspunsul dumneavoastră și nu s-a comandat nimic.',
  enoughReadBacks: 'Ați ascultat comanda de câteva ori și încă nu s-a comandat nimic.',
  cancelled: 'În regulă, nu s-a comandat nimic. Urmează din nou meniul principal.',

  confirmFault: 'Nu am putut nota comanda dumneavoastră și nu s-a comandat nimic.',
  identical:
    'Ați comandat exact același lucru {when}, cu numărul {orderNumber}. Pentru a comanda încă o dată, apăsați 1. Pentru a rămâne așa, apăsați 2. Pentru a vorbi cu un coleg, apăsați 0.',
  identicalSilence: 'Nu ați răspuns dacă doriți să comandați încă o dată.',
  identicalOtherKey: 'Ne pare rău, tasta aceasta nu este unul dintre răspunsuri.',
  identicalGiveUp: 'Nu s-a comandat încă o dată.',
  identicalFault: 'Nu putem prelua acum răspunsul dumneavoastră și nu s-a comandat încă o dată.',
  leftAtThat: 'În regulă, rămâne comanda pe care o aveți. Urmează din nou meniul principal.',
  enoughOnceMore: 'Ați comandat deja de câteva ori.',

  placing: 'Un moment, vă rugăm, trimitem comanda dumneavoastră.',
  placed:
    'Vă mulțumim, comanda dumneavoastră a fost înregistrată. Totalul este de {total}. Numărul comenzii este {orderNumber}. Repet, {orderNumber}.',
  soldMeanwhile: 'Ne pare rău, produsul s-a epuizat cât am vorbit. Nu s-a comandat nimic.',
  priceChanged:
    'Un preț s-a schimbat cât am vorbit și încă nu s-a comandat nimic. Iată comanda dumneavoastră cu noul preț.',
  pricesGiveUp: 'Prețurile se schimbă mereu și nu s-a comandat nimic.',
  orderVoid: 'Această comandă a fost înlocuită de una mai nouă și nu a fost trimisă.',
  unconfirmed:
    'Nu am putut afla acum dacă am primit comanda dumneavoastră. Se poate să o avem deja, așa că vă rugăm să nu o trimiteți încă din nou. Verificăm.',
  lookedAfter: 'Colegii noștri se ocupă deja chiar de această comandă, așa că nu o mai preluăm încă o dată.',
  notOrdered: 'Comanda dumneavoastră nu a putut fi trimisă și nu s-a comandat nimic.',
  willConfirm:
    'Vom verifica comanda și v-o vom confirma cel târziu {promisedTime}. Vă sunăm la numărul de la care sunați. Numărul cazului dumneavoastră este {caseNumber}. Repet, {caseNumber}. Vă mulțumim, la revedere.',

  recalling: 'Să trecem la comanda dumneavoastră.',
  recallFault: 'Momentan nu vedem dacă ați început deja o comandă.',
  begunOrder:
    'Ați început o comandă: {items}. Pentru a o continua la prețul de azi, apăsați 1. Pentru a comanda altceva, apăsați 2. Pentru a șterge ce ați început, apăsați 3. Pentru a vorbi cu un coleg, apăsați 0.',
  begunTooMany:
    'Nu putem prelua comanda așa cum ați început-o, pentru că din produsul {productName} avem doar {left}.',
  begunGone: 'Comanda începută nu mai poate fi făcută așa cum era.',
  begunForgotten: 'În regulă, comanda începută a fost ștearsă.',
  begunNotForgotten:
    'Nu am putut șterge acum comanda începută, așa că veți auzi din nou de ea. Nu s-a comandat nimic.',
  cancelledNotForgotten:
    'În regulă, nu s-a comandat nimic. Nu am putut șterge comanda acum, așa că veți auzi din nou de ea. Urmează meniul principal.',
};
