/** Every word of calls back, in Romanian. */
import type { callbacks as english } from '../en/callbacks.ts';
import type { Translation } from '../translation.ts';

export const callbacks: Translation<typeof english> = {
  callbackMenuFault: 'Nu putem nota acum un apel prin taste. Vă va ajuta un coleg de-al nostru.',
  callbackLooking: 'Un moment, vă rugăm, căutăm ore la care să vă sunăm.',
  callbackChoose:
    'Vă sunăm la numărul de la care telefonați. Pentru a fi sunat imediat ce un coleg de-al nostru este liber, apăsați 1. Pentru {second}, apăsați 2. Pentru {third}, apăsați 4. Pentru {fourth}, apăsați 5. Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg de-al nostru, apăsați 0.',
  callbackBooked: 'Vă vom suna {time}. Pentru a anula, sunați-ne și apăsați 6.',
  callbackSoon: 'Vă vom suna imediat ce un coleg de-al nostru este liber, cel târziu {time}.',
  callbackAlready: 'Există deja un apel pentru numărul dumneavoastră, {time}.',
  callbackKnown:
    'Am notat un apel către numărul dumneavoastră, {time}. Pentru a-l păstra, apăsați 1. Pentru a-l anula, apăsați 2. Pentru a vorbi cu un coleg de-al nostru, apăsați 0.',
  callbackKnownSoon:
    'Vă vom suna imediat ce un coleg de-al nostru este liber, cel târziu {time}. Pentru a păstra apelul, apăsați 1. Pentru a-l anula, apăsați 2. Pentru a vorbi cu un coleg de-al nostru, apăsați 0.',
  callbackKept: 'Vă vom suna așa cum a fost notat.',
  callbackCancelling: 'Un moment, vă rugăm, îl anulăm.',
  callbackCancelled: 'Apelul este anulat.',
  callbackTooLate: 'Un coleg de-al nostru urmează să vă sune, așa că nu a mai putut fi anulat.',
  callbackWithheld:
    'Telefonul dumneavoastră nu ne arată numărul, așa că nu v-am putea suna. Vă va ajuta acum un coleg de-al nostru.',
  callbackFault: 'Nu putem nota un apel acum. Vă va ajuta un coleg de-al nostru.',
  callbackKeptInstead: 'Nu putem oferi ore acum, așa că păstrăm numărul dumneavoastră.',
};
