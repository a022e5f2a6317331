/** Every word of how an order stands, and of what comes after an order, in Romanian. */
import type { orderStatus as english } from '../en/order-status.ts';
import type { Translation } from '../translation.ts';

export const orderStatus: Translation<typeof english> = {
  askOrder:
    'Vă rugăm să introduceți numărul comenzii, apoi apăsați tasta diez. Pentru ultima comandă, apăsați 1 și diez. Pentru a vorbi cu un coleg, apăsați 0 și diez.',
  orderSilence: 'Nu am primit numărul comenzii.',
  orderMissing: 'Tot nu am primit numărul comenzii.',
  numberNotTaken: 'Nu am putut prelua acest număr.',
  orderStatus: 'Comanda {orderNumber} {status}.',
  orderNotFound: 'Nu am găsit această comandă. Vă rugăm să verificați numărul.',
  orderNotFoundAgain: 'Nu am găsit nici această comandă.',
  noOrders: 'Nu aveți încă nicio comandă la noi. Urmează din nou meniul principal.',
  orderLookupFault: 'Momentan nu avem acces la comenzi.',
  afterOrderOnly:
    'Pentru a asculta din nou, apăsați 1. Pentru altă comandă, apăsați 2. Pentru meniul principal, apăsați 3. Pentru a o modifica, anula, returna sau schimba, apăsați 4. Pentru a vorbi cu un coleg, apăsați 0. Pentru a încheia apelul, apăsați 9.',
  afterOrder:
    'Pentru a asculta din nou, apăsați 1. Pentru altă comandă, apăsați 2. Pentru meniul principal, apăsați 3. Pentru a o modifica, anula, returna sau schimba, apăsați 4. Pentru a o plăti cu cardul, apăsați 5. Pentru a vorbi cu un coleg, apăsați 0. Pentru a încheia apelul, apăsați 9.',
  afterOrderSilence: 'Nu ați ales nicio opțiune.',
  afterOrderOtherKey: 'Ne pare rău, aceasta nu este una dintre opțiuni.',
  afterOrderGiveUp: 'Să vedem dacă un coleg vă poate ajuta mai departe.',
  heardOften: 'Ați ascultat deja de câteva ori.',
  enoughOrders: 'Pentru mai multe comenzi, un coleg poate parcurge lista împreună cu dumneavoastră.',
  backToMenuFault: 'Nu putem deschide acum meniul principal.',
  goodbye: 'Vă mulțumim că ați sunat la Larkfield Supplies. La revedere.',
};
