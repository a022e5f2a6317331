/** Every word of calls back, in Romanian. */
import type { callbacks as english } from '../en/callbacks.ts';
import type { Translation } from '../translation.ts';

export const callbacks: Translation<typeof english> = {
  callbackMenuFault: 'Nu putem programa acum un apel de la tastatură.',
  callbackLooking: 'Un moment, vă rugăm, căutăm ore la care să vă sunăm.',
  callbackChoose:
    'Vă sunăm la numărul de la care sunați. Pentru a vă suna imediat ce un coleg este liber, apăsați 1. Pentru {second}, apăsați 2. Pentru {third}, apăsați 4. Pentru {fourth}, apăsați 5. Pentru meniul principal, apăsați 3. Pentru a vorbi cu un coleg, apăsați 0.',
  callbackBooked: 'Vă vom suna {time}. Pentru a anula, sunați-ne și apăsați 6.',
  callbackSoon: 'Vă vom suna imediat ce un coleg este liber, cel târziu {time}.',
  callbackAlready: 'Există deja un apel programat la numărul dumneavoastră, {time}.',
  callbackKnown:
    'Aveți programat un apel la numărul dumneavoastră, {time}. Pentru a-l păstra, apăsați 1. Pentru a-l anula, apăsați 2. Pentru a vorbi cu un coleg, apăsați 0.',
  callbackKnownSoon:
    'Vă vom suna imediat ce un coleg este liber, cel târziu {time}. Pentru a păstra apelul, apăsați 1. Pentru a-l anula, apăsați 2. Pentru a vorbi cu un coleg, apăsați 0.',
  callbackKnownLate:
    'Ne pare rău că nu v-am sunat în termenul promis. Apelul este încă programat. Pentru a-l păstra, apăsați 1. Pentru a-l anula, apăsați 2. Pentru a vorbi cu un coleg, apăsați 0.',
  callbackKeptLate: 'Vă vom suna cât mai curând posibil.',
  callbackKept: 'Vă vom suna la ora programată.',
  callbackCancelling: 'Un moment, vă rugăm, îl anulăm.',
  callbackCancelled: 'Apelul este anulat.',
  callbackTooLate: 'Un coleg urmează să vă sune, așa că apelul nu a mai putut fi anulat.',
  callbackFault: 'Nu putem programa un apel acum.',
  callbackKeptInstead: 'Nu vă putem propune ore acum, așa că vă notăm numărul.',
};
