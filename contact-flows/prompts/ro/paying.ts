/** Every word of paying an order by card, in Romanian. */
import type { paying as english } from '../en/paying.ts';
import type { Translation } from '../translation.ts';

export const paying: Translation<typeof english> = {
  payFlowFault:
    'Momentan nu putem primi plăți de la tastatură. Un coleg de-al nostru vă va ajuta cu aceasta.',
  payQuoteFault: 'Nu putem vedea acum cât mai este de plătit. Un coleg de-al nostru vă va ajuta cu aceasta.',
  payNoOrder:
    'Nu găsim comanda pe care doriți să o plătiți. Un coleg de-al nostru o va căuta împreună cu dumneavoastră.',
  payNothingDue: 'Pentru comanda {orderNumber} nu mai este nimic de plătit.',
  payEnoughCards:
    'Am încercat deja mai multe carduri. Un coleg de-al nostru va găsi altă cale împreună cu dumneavoastră.',
  payOffer:
    'Pentru comanda {orderNumber} aveți de plătit {amount}. Ce introduceți despre card rămâne ascuns tuturor celor de aici. Pentru a plăti acum cu cardul, apăsați 1. Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg de-al nostru, apăsați 0.',
  payCard:
    'Vă rugăm să introduceți numărul cardului, apoi apăsați tasta diez. Pentru a începe din nou, apăsați steluța.',
  payExpiry: 'Acum data expirării, cu patru cifre: două pentru lună și două pentru an.',
  payCode:
    'La sfârșit, codul de securitate. Sunt cele trei cifre de pe spatele cardului sau patru de pe față. Apoi apăsați tasta diez.',
  paySilence: 'Nu am primit aceasta. Să începem din nou cu cardul.',
  payNoCard: 'Tot nu am primit cardul, și nu ați fost taxat. Un coleg de-al nostru vă va ajuta să plătiți.',
  payCardFault:
    'Acum nu putem primi un card în siguranță, așa că nu primim niciunul. Nu ați fost taxat. Un coleg de-al nostru vă va ajuta cu plata.',
  payChangedMeanwhile:
    'Comanda dumneavoastră s-a schimbat între timp, și nu ați fost taxat. Să o privim din nou.',
  payAsking: 'Vă mulțumim. Întrebăm acum banca dumneavoastră. Vă rugăm să rămâneți pe fir.',
  payAskingEarlier:
    'Ne-ați dat deja un card pentru această comandă. Un moment, vă rugăm, să vedem ce s-a întâmplat.',
  payStillAsking: 'Banca dumneavoastră încă lucrează. Vă rugăm să rămâneți pe fir, nu mai durează mult.',
  payLongWait: 'Băncii dumneavoastră îi ia mai mult decât de obicei. Nu vă mai lăsăm să așteptați.',
  payUnknown: 'Nu am primit răspuns de la banca dumneavoastră. Un moment, vă rugăm, să notăm aceasta.',
  payPaid:
    'Plata dumneavoastră de {amount} a fost făcută, iar comanda {orderNumber} este plătită. Vă mulțumim.',
  payDeclined:
    '{why} Nu ați fost taxat. Pentru a încerca din nou sau cu alt card, apăsați 1. Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg de-al nostru, apăsați 0.',
  payReturned:
    'Comanda dumneavoastră s-a schimbat în timpul plății, așa că banii se întorc imediat la dumneavoastră. Un coleg de-al nostru o va privi împreună cu dumneavoastră.',
  payWillConfirm:
    'Vă rugăm să nu plătiți din nou această comandă. Aflăm ce s-a întâmplat cu plata și vă spunem cel târziu {promisedTime}. Numărul cazului este {caseNumber}. Repet, {caseNumber}.',
  payWithheld:
    'Numărul dumneavoastră este ascuns, așa că nu vă putem suna. Un coleg de-al nostru va afla împreună cu dumneavoastră. Vă rugăm să nu plătiți din nou până atunci.',
  payReferFault:
    'Nu putem nota aceasta acum. Un coleg de-al nostru va afla împreună cu dumneavoastră. Până atunci, vă rugăm să nu plătiți din nou.',
  afterPayment:
    'Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg de-al nostru, apăsați 0. Dacă asta a fost tot, apăsați 9.',
};
