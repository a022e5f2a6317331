/** Every word of calls back, in Hungarian. */
import type { callbacks as english } from '../en/callbacks.ts';
import type { Translation } from '../translation.ts';

export const callbacks: Translation<typeof english> = {
  callbackMenuFault: 'Gombnyomással most nem tudunk visszahívást feljegyezni.',
  callbackLooking: 'Egy pillanat türelmet, időpontot keresünk a visszahíváshoz.',
  callbackChoose:
    'Azon a számon hívjuk vissza, amelyről telefonál. Ha az első szabad munkatársunk hívását kéri, nyomja meg az 1-es gombot. Ha {second} kéri, a 2-est. Ha {third} kéri, a 4-est. Ha {fourth} kéri, az 5-öst. A főmenühöz a 3-ast. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  callbackBooked: 'Visszahívjuk Önt, {time}. Lemondáshoz hívjon minket, és nyomja meg a 6-os gombot.',
  callbackSoon: 'Visszahívjuk Önt, amint egyik munkatársunk szabad, legkésőbb {time}.',
  callbackAlready: 'Az Ön számára már van egy feljegyzett visszahívás, {time}.',
  callbackKnown:
    'Feljegyeztünk egy visszahívást az Ön számára, {time}. Ha megtartaná, nyomja meg az 1-es gombot. Ha lemondaná, a 2-est. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  callbackKnownSoon:
    'Visszahívjuk Önt, amint egyik munkatársunk szabad, legkésőbb {time}. Ha megtartaná a hívást, nyomja meg az 1-es gombot. Ha lemondaná, a 2-est. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  callbackKnownLate:
    'Elnézését kérjük, hogy az ígért időben nem hívtuk vissza. A visszahívás még fel van jegyezve. Ha megtartaná, nyomja meg az 1-es gombot. Ha lemondaná, a 2-est. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  callbackKeptLate: 'Amint tudjuk, visszahívjuk.',
  callbackKept: 'A feljegyzett időben visszahívjuk.',
  callbackCancelling: 'Egy pillanat türelmet, lemondjuk a hívást.',
  callbackCancelled: 'A hívást lemondtuk.',
  callbackTooLate: 'Egyik munkatársunk éppen hívni készül Önt, ezért a hívást már nem lehetett lemondani.',
  callbackFault: 'Most nem tudunk visszahívást feljegyezni.',
  callbackKeptInstead: 'Most nem tudunk időpontot ajánlani, ezért inkább feljegyezzük a számát.',
};
