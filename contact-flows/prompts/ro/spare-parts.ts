/** Every word of spare parts under warranty, in Romanian. */
import type { spareParts as english } from '../en/spare-parts.ts';
import type { Translation } from '../translation.ts';

export const spareParts: Translation<typeof english> = {
  askPart:
    'Vă rugăm să introduceți numărul piesei, apoi apăsați tasta diez. Dacă nu îl aveți la îndemână, apăsați 0 și diez.',
  partSilence: 'Nu am primit numărul vreunei piese.',
  partEntryFault: 'Nu am putut prelua numărul piesei.',
  partFault: 'Momentan nu avem acces la piesele de schimb.',
  partUnknown: 'Nu avem nicio piesă cu acest număr pentru ce ați comandat.',
  partTooLate:
    'Garanția pentru {productName} a fost valabilă până {until}. Puteți comanda piesa ca pe orice produs al nostru.',
  partNoWarranty: 'Pentru {productName} nu există garanție. Puteți comanda piesa ca pe orice alt produs.',
  partSoldOut: 'Este acoperită de garanție, dar piesa {partName} nu este în stoc.',
  partSentBefore: 'V-am trimis deja această piesă, cu numărul de comandă {orderNumber}.',
  partReadBack:
    'Piesa {partName}, pentru {productName}, este acoperită de garanție până {until}. Pentru a o primi fără cost, apăsați 1. Pentru a renunța, apăsați 2. Pentru a vorbi cu un coleg, apăsați 0.',
  partSending: 'Un moment, vă rugăm, comandăm piesa.',
  partSent:
    'Piesa este comandată pentru dumneavoastră, fără cost. Numărul comenzii ei este {orderNumber}. Repet, {orderNumber}.',
};
