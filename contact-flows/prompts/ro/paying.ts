/** Every word of paying an order by card, in Romanian. */
import type { paying as english } from '../en/paying.ts';
import type { Translation } from '../translation.ts';

export const paying: Translation<typeof english> = {
  payFlowFault: 'Momentan nu putem primi plăți de la tastatură.',
  payQuoteFault: 'Nu putem vedea acum cât mai este de plătit.',
  payNoOrder: 'Nu găsim comanda pe care doriți să o plătiți.',
  payNothingDue: 'Pentru comanda {orderNumber} nu mai este nimic de plătit.',
  payEnoughCards: 'Am încercat deja mai multe carduri.',
  payOffer:
    'Pentru comanda {orderNumber} aveți de plătit {amount}. Nimeni de aici nu vede ce introduceți despre card. Pentru a plăti acum cu cardul, apăsați 1. Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg, apăsați 0.',
  payCard:
    'Vă rugăm să introduceți numărul cardului, apoi apăsați tasta diez. Pentru a începe din nou, apăsați steluța.',
  payExpiry: 'Acum data expirării, cu patru cifre: două pentru lună și două pentru an.',
  payCode:
    'La sfârșit, codul de securitate. Sunt cele trei cifre de pe spatele cardului sau patru de pe față. Apoi apăsați tasta diez.',
  paySilence: 'Nu am primit datele cardului. Să începem din nou cu numărul lui.',
  payNoCard: 'Tot nu am primit datele cardului și nu s-a retras niciun ban.',
  payCardFault:
    'Acum nu putem primi date de card în siguranță, așa că nu primim deloc. Nu s-a retras niciun ban.',
  payChangedMeanwhile:
    'Comanda dumneavoastră s-a schimbat între timp și nu s-a retras niciun ban. Să o revedem.',
  payAsking: 'Vă mulțumim. Întrebăm acum banca dumneavoastră. Vă rugăm să rămâneți pe fir.',
  payAskingEarlier:
    'Ne-ați dat deja un card pentru această comandă. Un moment, vă rugăm, să vedem ce s-a întâmplat.',
  payWaitFirst:
    'Banca dumneavoastră încă verifică. Poate dura până la un minut. Vă rugăm să rămâneți pe fir.',
  payWaitSecond: 'Vă spunem imediat ce banca răspunde. Nu trebuie să faceți nimic.',
  payWaitThird: 'Banca dumneavoastră nu a răspuns încă. Mai poate dura o jumătate de minut.',
  payWaitFourth: 'Vă mulțumim pentru răbdare. Așteptăm în continuare răspunsul băncii.',
  payWaitFifth: 'Vă rugăm să nu închideți încă. Nimic nu se plătește de două ori, oricât ar dura.',
  payWaitSixth: 'Mai acordăm băncii câteva secunde. Apoi nu vă mai lăsăm să așteptați.',
  payLongWait: 'Banca dumneavoastră răspunde mai greu decât de obicei. Nu vă mai lăsăm să așteptați.',
  payUnknown: 'Nu am primit răspuns de la banca dumneavoastră. Un moment, vă rugăm, să notăm acest lucru.',
  payPaid:
    'Plata dumneavoastră de {amount} a fost făcută, iar comanda {orderNumber} este plătită. Vă mulțumim.',
  payDeclined:
    '{why} Nu s-a retras niciun ban. Pentru a încerca din nou sau cu alt card, apăsați 1. Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg, apăsați 0.',
  payReturned:
    'Comanda dumneavoastră s-a schimbat în timpul plății, așa că vă trimitem imediat banii înapoi.',
  payWillConfirm:
    'Vă rugăm să nu plătiți din nou această comandă. Aflăm ce s-a întâmplat cu plata și vă spunem cel târziu {promisedTime}. Numărul cazului dumneavoastră este {caseNumber}. Repet, {caseNumber}.',
  payWithheld:
    'Numărul dumneavoastră este ascuns, așa că nu vă putem suna. Vă rugăm să nu plătiți din nou înainte de a vorbi cu noi.',
  payReferFault: 'Nu putem nota acest lucru acum. Vă rugăm să nu plătiți din nou înainte de a vorbi cu noi.',
  afterPayment:
    'Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg, apăsați 0. Dacă asta a fost tot, apăsați 9.',
};
