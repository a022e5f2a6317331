/** Every word of changing an order by phone, in Hungarian. */
import type { changing as english } from '../en/changing.ts';
import type { Translation } from '../translation.ts';

export const changing: Translation<typeof english> = {
  choiceSilence: 'Nem választotta ki, mit szeretne tenni.',
  choiceOtherKey: 'Sajnáljuk, ez a gomb itt most nem használható.',
  choiceGiveUp: 'Megnézzük, tud-e ebben segíteni egyik munkatársunk.',
  choiceFault: 'A választását most nem tudjuk fogadni.',

  changeFlowFault: 'Gombnyomással most nem tudunk rendelést módosítani.',
  changeLookFault: 'Most nem látjuk, mit lehet tenni a rendelésével.',
  changeNoOrder: 'Ezt a rendelést már nem találjuk.',
  changeOpen:
    'Rendelés, {orderNumber}: {items}. A törléséhez nyomja meg az 1-es gombot. Ha a darabszámot módosítaná, a 2-est. A főmenühöz a 3-ast. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  changePacked:
    'Ezt a rendelést már becsomagoltuk, {orderNumber}: {items}. Módosítani már nem lehet, de még vissza tudjuk tartani. A törléséhez nyomja meg az 1-es gombot. A főmenühöz a 3-ast. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  changeOnItsWay:
    'Ez a rendelés, {orderNumber}, már úton van, ezért nem módosítható. Amint megérkezett, itt visszaküldheti vagy kicserélheti.',
  changeDelivered:
    'Rendelés, {orderNumber}: {items}. Visszaküldhető legkésőbb {until}. A visszaküldéshez nyomja meg az 1-es gombot. Ha új termékre cserélné, a 2-est. Garanciális alkatrészhez a 4-est. A főmenühöz a 3-ast. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  changeTooLate:
    'Ezt a rendelést, {orderNumber}, legkésőbb {until} lehetett visszaküldeni. Ez a nap elmúlt. Garanciális alkatrészhez nyomja meg a 4-es gombot. A főmenühöz a 3-ast. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  changeReturning:
    'Ehhez a rendeléshez, {orderNumber}, van visszaküldési száma. A szám {rmaNumber}. Megismétlem, {rmaNumber}. Ha mégis megtartaná a rendelést, nyomja meg az 1-es gombot. Ha újra hallaná a számot, a 2-est. A főmenühöz a 3-ast. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  changeEnded: 'Rendelésszám {orderNumber}. {status}, ezért már nincs mit módosítani rajta.',

  cancelReadBack:
    'Töröljük ezt a rendelést, {orderNumber}: {items}. Ha most az egészet törölné, nyomja meg az 1-es gombot. Ha így hagyná, a 2-est. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  returnReadBack:
    'Ön visszaküldené ezt a rendelést, {orderNumber}: {items}. A visszaküldési számhoz nyomja meg az 1-es gombot. Ha megtartaná, a 2-est. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  exchangeReadBack:
    'Ingyen újra elküldjük az egész rendelést, {orderNumber}: {items}. Kérjük, ami Önnél van, küldje vissza legkésőbb {until}. A cseréhez nyomja meg az 1-es gombot. Ha így hagyná, a 2-est. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  withdrawReadBack:
    'Ön megtartaná ezt a rendelést, {orderNumber}: {items}. Ha a visszaküldési számra már nincs szüksége, nyomja meg az 1-es gombot. Ha mégis visszaküldené, a 2-est. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  quantityReadBack:
    'A rendelése ekkor a következő: {items}: {price}. Az adó {tax}. Összesen fizetendő: {total}. A módosításhoz nyomja meg az 1-es gombot. Ha így hagyná, a 2-est. Ha munkatársunkkal szeretne beszélni, a 0-t.',

  askLine:
    'A rendelésében ezek a termékek vannak. {lines}. Kérjük, adja meg a módosítandó termék sorszámát, majd nyomja meg a kettőskeresztet.',
  lineSilence: 'Nem választott terméket.',
  lineUnknown: 'A rendelésében nincs ilyen sorszámú termék.',
  lineFault: 'Nem tudtuk fogadni, melyik terméket választotta.',
  askPieces:
    'Összesen hány darabot szeretne belőle? Kérjük, adja meg a számot, majd nyomja meg a kettőskeresztet. Ha kivenné a rendelésből, nyomja meg a 0-t és a kettőskeresztet.',
  piecesSilence: 'Nem kaptuk meg a teljes darabszámot.',
  piecesFault: 'Nem tudtuk fogadni a darabszámot.',
  piecesWrong: 'Gombnyomással legfeljebb {most} darab rendelhető belőle.',
  piecesSame: 'Éppen ennyit rendelt eddig is.',
  piecesNothing: 'Így semmi sem maradna a rendelésben. Visszatérünk oda, ahol törölheti.',
  piecesTooMany: 'Már csak ennyi van belőle, {productName}: {left}.',
  piecesPrice:
    'A rendelése óta megváltozott az ár, ezért ahhoz a rendeléshez nem tudunk újabb darabot hozzátenni. Többet új rendelésben kérhet.',
  quoteChangeFault: 'Az új árat most nem tudjuk kiszámítani.',

  changing: 'Egy pillanat türelmet, elintézzük.',
  changeCancelled: 'Ezt a rendelést töröltük, {orderNumber}. Nem kell érte fizetnie.',
  changeCancelledPaid:
    'Ezt a rendelést töröltük, {orderNumber}. Visszafizetjük Önnek ugyanúgy, ahogyan fizetett: {refund}.',
  changeDone: 'Ezt a rendelést módosítottuk, {orderNumber}. Az új végösszeg {total}.',
  changeReturnAgreed:
    'Kérjük, írja rá a csomagra ezt a visszaküldési számot. A szám {rmaNumber}. Megismétlem, {rmaNumber}. Amint a csomag nálunk van, visszafizetjük, amit kifizetett.',
  changeWithdrawn:
    'Rendben, megtartja ezt a rendelést, {orderNumber}, a visszaküldési szám már nem érvényes.',
  changeExchanged:
    'Az új rendelésének száma {orderNumber}. Kérjük, írja rá a visszaküldött csomagra ezt a visszaküldési számot. A szám {rmaNumber}. Megismétlem, {rmaNumber}.',
  changeLeft: 'Rendben, a rendelése marad, ahogy van.',
  changedMeanwhile:
    'A rendelése közben megváltozott, ezért nem módosítottunk rajta. Most a következő érvényes.',
  changeNotInStock: 'Ennyi már nincs, ezért semmi sem változott.',
  changeForPerson: 'Erről csak egyik munkatársunk dönthet. Még semmi sem változott.',

  changeUnknown: 'Most nem tudtuk kideríteni, módosult-e a rendelése. Kérjük, egyelőre hagyja így.',
  changePromise:
    'Legkésőbb {promisedTime} megmondjuk, hol tart a rendelése. Azon a számon hívjuk, amelyről telefonál. Az ügyszáma {caseNumber}. Megismétlem, {caseNumber}. Köszönjük, viszonthallásra.',

  afterChange:
    'Ha meghallgatná, hol tart most ez a rendelés, nyomja meg az 1-es gombot. A főmenühöz a 3-ast. Ha munkatársunkkal szeretne beszélni, a 0-t. A hívás befejezéséhez a 9-est.',
};
