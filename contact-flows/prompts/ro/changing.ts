/** Every word of changing an order by phone, in Romanian. */
import type { changing as english } from '../en/changing.ts';
import type { Translation } from '../translation.ts';

export const changing: Translation<typeof english> = {
  choiceSilence: 'Nu ați ales ce doriți să faceți.',
  choiceOtherKey: 'Ne pare rău, tasta aceasta nu poate fi folosită aici.',
  choiceGiveUp: 'Să vedem dacă vă poate ajuta un coleg.',
  choiceFault: 'Nu putem prelua acum opțiunea dumneavoastră.',

  changeFlowFault: 'Acum nu putem modifica comenzi de la tastatură.',
  changeLookFault: 'Nu vedem acum ce se poate face cu comanda dumneavoastră.',
  changeNoOrder: 'Nu mai găsim această comandă.',
  changeOpen:
    'Comanda {orderNumber}: {items}. Pentru a o anula, apăsați 1. Pentru a modifica numărul de bucăți, apăsați 2. Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg, apăsați 0.',
  changePacked:
    'Comanda {orderNumber} este împachetată: {items}. Nu mai poate fi modificată, dar încă o putem opri. Pentru a o anula, apăsați 1. Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg, apăsați 0.',
  changeOnItsWay:
    'Comanda {orderNumber} este pe drum, așa că nu mai poate fi modificată. De îndată ce ajunge, o puteți returna sau schimba chiar aici.',
  changeDelivered:
    'Comanda {orderNumber}: {items}. O puteți trimite înapoi până {until}. Pentru a o returna, apăsați 1. Pentru a o schimba cu una nouă, apăsați 2. Pentru o piesă de schimb în garanție, apăsați 4. Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg, apăsați 0.',
  changeTooLate:
    'Comanda {orderNumber} putea fi trimisă înapoi până {until}, iar ziua aceea a trecut. Pentru o piesă de schimb în garanție, apăsați 4. Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg, apăsați 0.',
  changeReturning:
    'Pentru comanda {orderNumber} aveți un număr de retur. Acesta este {rmaNumber}. Repet, {rmaNumber}. Pentru a păstra totuși comanda, apăsați 1. Pentru a asculta din nou numărul, apăsați 2. Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg, apăsați 0.',
  changeEnded: 'Comanda {orderNumber} {status}, așa că nu mai este nimic de modificat la ea.',

  cancelReadBack:
    'Vom anula comanda {orderNumber}: {items}. Pentru a o anula acum în întregime, apăsați 1. Pentru a o lăsa așa cum este, apăsați 2. Pentru a vorbi cu un coleg, apăsați 0.',
  returnReadBack:
    'Doriți să trimiteți înapoi comanda {orderNumber}: {items}. Pentru a primi un număr de retur, apăsați 1. Pentru a o păstra, apăsați 2. Pentru a vorbi cu un coleg, apăsați 0.',
  exchangeReadBack:
    'Vă trimitem încă o dată, fără cost, toată comanda {orderNumber}: {items}. Vă rugăm să trimiteți înapoi, până {until}, ce ați primit. Pentru a o schimba cu una nouă, apăsați 1. Pentru a o lăsa așa cum este, apăsați 2. Pentru a vorbi cu un coleg, apăsați 0.',
  withdrawReadBack:
    'Doriți să păstrați comanda {orderNumber}: {items}. Pentru a renunța la numărul de retur, apăsați 1. Pentru a o trimite totuși înapoi, apăsați 2. Pentru a vorbi cu un coleg, apăsați 0.',
  quantityReadBack:
    'Comanda dumneavoastră ar fi atunci {items}: {price}. Taxele sunt de {tax}. Totalul este de {total}. Pentru a o modifica așa, apăsați 1. Pentru a o lăsa așa cum este, apăsați 2. Pentru a vorbi cu un coleg, apăsați 0.',

  askLine:
    'Acestea sunt produsele din comanda dumneavoastră. {lines}. Vă rugăm să introduceți numărul produsului pe care îl modificați, apoi apăsați tasta diez.',
  lineSilence: 'Nu ați ales produsul.',
  lineUnknown: 'Comanda dumneavoastră nu are niciun produs cu acest număr.',
  lineFault: 'Nu am putut prelua produsul ales.',
  askPieces:
    'Câte bucăți doriți în total? Vă rugăm să introduceți numărul, apoi apăsați tasta diez. Pentru a scoate produsul din comandă, apăsați 0 și diez.',
  piecesSilence: 'Nu am primit numărul total de bucăți.',
  piecesFault: 'Nu am putut prelua numărul de bucăți.',
  piecesWrong: 'De la tastatură, numărul de bucăți poate fi de cel mult {most}.',
  piecesSame: 'Ați comandat deja exact atâtea bucăți.',
  piecesNothing: 'Astfel nu ar mai rămâne nimic în comandă. Ne întoarcem acolo unde o puteți anula.',
  piecesTooMany: 'Mai avem doar {left} din produsul {productName}.',
  piecesPrice:
    'Prețul s-a schimbat de când ați comandat, așa că nu putem adăuga la acea comandă. Pentru mai multe bucăți puteți face o comandă nouă.',
  quoteChangeFault: 'Acum nu putem calcula noul preț.',

  changing: 'Un moment, vă rugăm, ne ocupăm de asta.',
  changeCancelled: 'Comanda {orderNumber} este anulată. Nu aveți nimic de plătit pentru ea.',
  changeCancelledPaid:
    'Comanda {orderNumber} este anulată. Vă restituim {refund}, în felul în care ați plătit.',
  changeDone: 'Comanda {orderNumber} este modificată. Noul total este de {total}.',
  changeReturnAgreed:
    'Vă rugăm să scrieți pe colet numărul de retur. Acesta este {rmaNumber}. Repet, {rmaNumber}. De îndată ce coletul ajunge la noi, vă restituim ce ați plătit.',
  changeWithdrawn: 'În regulă, păstrați comanda {orderNumber}, iar numărul de retur nu mai este valabil.',
  changeExchanged:
    'Comanda dumneavoastră nouă are numărul {orderNumber}. Vă rugăm să scrieți numărul de retur pe coletul pe care îl trimiteți înapoi. Acesta este {rmaNumber}. Repet, {rmaNumber}.',
  changeLeft: 'În regulă, lăsăm comanda așa cum este.',
  changedMeanwhile:
    'Comanda dumneavoastră s-a schimbat între timp, așa că nu am modificat nimic la ea. Iată cum este acum.',
  changeNotInStock: 'Nu mai avem atâtea bucăți, așa că nu s-a modificat nimic.',
  changeForPerson: 'Doar un coleg poate hotărî acest lucru. Încă nu s-a modificat nimic.',

  changeUnknown:
    'Nu am putut afla acum dacă s-a modificat comanda dumneavoastră. Vă rugăm să o lăsați deocamdată așa.',
  changePromise:
    'Vă vom spune în ce stadiu este comanda cel târziu {promisedTime}. Vă sunăm la numărul de la care sunați. Numărul cazului dumneavoastră este {caseNumber}. Repet, {caseNumber}. Vă mulțumim, la revedere.',

  afterChange:
    'Pentru a afla în ce stadiu este acum comanda, apăsați 1. Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg, apăsați 0. Pentru a încheia apelul, apăsați 9.',
};
