/** Every word of changing an order by phone, in Romanian. */
import type { changing as english } from '../en/changing.ts';
import type { Translation } from '../translation.ts';

export const changing: Translation<typeof english> = {
  choiceSilence: 'Nu am primit ce doriți să faceți.',
  choiceOtherKey: 'Ne pare rău, tasta aceasta nu face nimic aici.',
  choiceGiveUp: 'Să găsim un coleg care poate face acest lucru împreună cu dumneavoastră.',
  choiceFault:
    'Nu putem prelua acum opțiunea prin taste. Un coleg de-al nostru va face acest lucru împreună cu dumneavoastră.',

  changeFlowFault: 'Acum nu putem modifica comenzi prin taste. Vă va ajuta un coleg de-al nostru.',
  changeLookFault:
    'Nu vedem acum ce se poate face cu comanda dumneavoastră. Vă va ajuta un coleg de-al nostru.',
  changeNoOrder:
    'Nu mai găsim această comandă. Un coleg de-al nostru o va căuta acum împreună cu dumneavoastră.',
  changeOpen:
    'Comanda {orderNumber}: {items}. Pentru a o anula, apăsați 1. Pentru a schimba numărul de bucăți, apăsați 2. Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg de-al nostru, apăsați 0.',
  changePacked:
    'Comanda {orderNumber} este împachetată: {items}. Nu mai poate fi modificată, dar încă o putem opri. Pentru a o anula, apăsați 1. Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg de-al nostru, apăsați 0.',
  changeOnItsWay:
    'Comanda {orderNumber} este pe drum, așa că nu mai poate fi modificată. De îndată ce ajunge, o puteți returna sau schimba chiar aici.',
  changeDelivered:
    'Comanda {orderNumber}: {items}. O puteți trimite înapoi până {until}. Pentru a o returna, apăsați 1. Pentru a primi una nouă în schimb, apăsați 2. Pentru o piesă de schimb în garanție, apăsați 4. Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg de-al nostru, apăsați 0.',
  changeTooLate:
    'Comanda {orderNumber} putea fi trimisă înapoi până {until}, iar ziua aceea a trecut. Pentru o piesă de schimb în garanție, apăsați 4. Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg de-al nostru, apăsați 0.',
  changeReturning:
    'Pentru comanda {orderNumber} aveți un număr de retur. Este {rmaNumber}. Repet, {rmaNumber}. Pentru a păstra totuși comanda, apăsați 1. Pentru a asculta din nou numărul, apăsați 2. Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg de-al nostru, apăsați 0.',
  changeEnded: 'Comanda {orderNumber} {status}, așa că nu mai este nimic de schimbat la ea.',
  changeHeardOften:
    'Ați ascultat deja de câteva ori. Un coleg de-al nostru va trece prin ea împreună cu dumneavoastră.',

  cancelReadBack:
    'Vom anula comanda {orderNumber}: {items}. Pentru a o anula acum în întregime, apăsați 1. Pentru a o lăsa așa cum este, apăsați 2. Pentru a vorbi cu un coleg de-al nostru, apăsați 0.',
  returnReadBack:
    'Doriți să trimiteți înapoi comanda {orderNumber}: {items}. Pentru a primi un număr de retur, apăsați 1. Pentru a o păstra, apăsați 2. Pentru a vorbi cu un coleg de-al nostru, apăsați 0.',
  exchangeReadBack:
    'Vă trimitem încă o dată, fără cost, toată comanda {orderNumber}: {items}. Vă rugăm să trimiteți înapoi ce aveți până {until}. Pentru a o schimba, apăsați 1. Pentru a o lăsa așa cum este, apăsați 2. Pentru a vorbi cu un coleg de-al nostru, apăsați 0.',
  withdrawReadBack:
    'Doriți să păstrați comanda {orderNumber}: {items}. Pentru a renunța la numărul de retur, apăsați 1. Pentru a o trimite totuși înapoi, apăsați 2. Pentru a vorbi cu un coleg de-al nostru, apăsați 0.',
  quantityReadBack:
    'Comanda dumneavoastră ar fi atunci {items}: {price}. Taxa este de {tax}. Totalul este de {total}. Pentru a o schimba așa, apăsați 1. Pentru a o lăsa așa cum este, apăsați 2. Pentru a vorbi cu un coleg de-al nostru, apăsați 0.',

  askLine:
    'Acestea sunt produsele din comanda dumneavoastră. {lines}. Vă rugăm să introduceți numărul celui de schimbat, apoi apăsați tasta diez.',
  lineSilence: 'Nu am primit despre ce produs este vorba.',
  lineUnknown: 'Comanda dumneavoastră nu are niciun produs cu acest număr.',
  lineGiveUp: 'Un coleg de-al nostru va găsi produsul potrivit împreună cu dumneavoastră.',
  lineFault: 'Nu am putut prelua despre ce produs este vorba. Comanda o va modifica un coleg de-al nostru.',
  askPieces:
    'Câte bucăți doriți în total? Vă rugăm să introduceți numărul, apoi apăsați tasta diez. Pentru a scoate produsul din comandă, apăsați 0 și diez.',
  piecesSilence: 'Nu am primit câte bucăți doriți în total.',
  piecesFault: 'Nu am putut prelua câte bucăți. Comanda o va modifica un coleg de-al nostru.',
  piecesWrong: 'Prin taste puteți avea cel mult {most} bucăți.',
  piecesSame: 'Exact atâtea bucăți ați comandat deja.',
  piecesNothing: 'Astfel nu ar mai rămâne nimic în comandă. Ne întoarcem acolo unde o puteți anula.',
  piecesTooMany: 'Mai avem doar {left} din produsul {productName}.',
  piecesPrice:
    'Prețul s-a schimbat de când ați comandat, așa că nu putem adăuga la acea comandă. Puteți comanda mai mult printr-o comandă nouă.',
  piecesGiveUp: 'Un coleg de-al nostru o va schimba exact la câte bucăți vă trebuie.',
  quoteChangeFault: 'Acum nu putem calcula noul preț. Comanda o va modifica un coleg de-al nostru.',

  changing: 'Un moment, vă rugăm, ne ocupăm de asta.',
  changeCancelled: 'Comanda {orderNumber} este anulată. Nu aveți nimic de plătit pentru ea.',
  changeCancelledPaid:
    'Comanda {orderNumber} este anulată. Vă restituim {refund}, în felul în care ați plătit.',
  changeDone: 'Comanda {orderNumber} este modificată. Noul total este de {total}.',
  changeReturnAgreed:
    'Vă rugăm să scrieți pe colet acest număr de retur. Este {rmaNumber}. Repet, {rmaNumber}. De îndată ce coletul ajunge la noi, vă restituim ce ați plătit.',
  changeWithdrawn: 'În regulă, păstrați comanda {orderNumber}, iar numărul de retur nu mai este valabil.',
  changeExchanged:
    'Comanda dumneavoastră nouă are numărul {orderNumber}. Vă rugăm să scrieți acest număr de retur pe coletul pe care îl trimiteți înapoi. Este {rmaNumber}. Repet, {rmaNumber}.',
  changeLeft: 'În regulă, lăsăm comanda așa cum este.',
  changedMeanwhile:
    'Comanda dumneavoastră s-a schimbat între timp și nu i-am făcut nimic. Iată cum este acum.',
  changeNotInStock:
    'Nu mai avem atâtea, așa că nu s-a schimbat nimic. Un coleg de-al nostru va vedea ce putem face.',
  changeForPerson:
    'Despre acest lucru hotărăște împreună cu dumneavoastră un coleg de-al nostru. Încă nu s-a schimbat nimic.',

  changeUnknown:
    'Nu am putut afla acum dacă s-a modificat comanda dumneavoastră. Vă rugăm să o lăsați deocamdată așa. Un coleg de-al nostru va verifica.',
  changePromise:
    'Vă vom spune cum este comanda dumneavoastră la numărul de la care telefonați cel târziu {promisedTime}. Numărul cazului dumneavoastră este {caseNumber}. Repet, {caseNumber}. Vă mulțumim și la revedere.',
  changeWithheld:
    'Nu vă vedem numărul, așa că un coleg de-al nostru va verifica acum comanda împreună cu dumneavoastră.',
  changeNotNoted:
    'Nici nu am putut nota acest lucru, așa că un coleg de-al nostru va verifica acum comanda împreună cu dumneavoastră.',

  afterChange:
    'Pentru a asculta cum este acum această comandă, apăsați 1. Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg de-al nostru, apăsați 0. Pentru a încheia apelul, apăsați 9.',
};
