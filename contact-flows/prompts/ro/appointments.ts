/** Every word of appointments, in Romanian. */
import type { appointments as english } from '../en/appointments.ts';
import type { Translation } from '../translation.ts';

export const appointments: Translation<typeof english> = {
  appointmentLooking: 'Un moment, vă rugăm, ne uităm la programările dumneavoastră.',
  appointmentLookFault: 'Momentan nu putem vedea programările dumneavoastră.',
  appointmentTheirs:
    'Aveți o programare {time}. Pentru a o muta, apăsați 1. Pentru a o anula, apăsați 2. Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg, apăsați 0.',
  appointmentCancelReadBack:
    'Vom anula programarea dumneavoastră de {time}. Pentru a o anula acum, apăsați 1. Pentru a o păstra, apăsați 2. Pentru a vorbi cu un coleg, apăsați 0.',
  appointmentLeft: 'Bine, programarea dumneavoastră rămâne așa cum este.',
  appointmentFinding: 'Căutăm o oră liberă.',
  appointmentOfferFault: 'Momentan nu putem vedea orele libere.',
  appointmentNoneFree: 'În zilele următoare nu este nicio oră liberă.',
  appointmentOffered:
    'Puteți veni {time}. Pentru a rezerva această oră, apăsați 1. Pentru următoarea oră liberă, apăsați 2. Pentru meniul principal, apăsați 3. Pentru altă zi, apăsați 4. Pentru a vorbi cu un coleg, apăsați 0.',
  appointmentEnoughOffers: 'Ați ascultat multe ore și niciuna nu s-a potrivit.',
  appointmentBooking: 'Un moment, vă rugăm, rezervăm această oră.',
  appointmentBooked: 'Programarea dumneavoastră este rezervată: vă așteptăm {time}. Vă trimitem și un mesaj.',
  appointmentTaken: 'Ne pare rău, altcineva tocmai a luat această oră. Iată următoarea oră liberă.',
  appointmentCancelling: 'Un moment, vă rugăm, o anulăm.',
  appointmentCancelled: 'Programarea dumneavoastră de {time} este anulată.',
  appointmentChanged:
    'Programarea dumneavoastră s-a schimbat între timp, așa că nu am modificat nimic. Iată cum este acum.',
  appointmentUnknown: 'Nu am putut afla acum dacă s-a făcut.',
  appointmentPromise:
    'Vă vom spune ce s-a stabilit cu programarea cel târziu {promisedTime}. Vă sunăm la numărul de la care sunați. Numărul cazului dumneavoastră este {caseNumber}. Repet, {caseNumber}. Vă mulțumim, la revedere.',
  appointmentsFault: 'Serviciul de programări nu este disponibil momentan.',
};
