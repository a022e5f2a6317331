/** Every word of calls back, in Hungarian. */
import type { callbacks as english } from '../en/callbacks.ts';
import type { Translation } from '../translation.ts';

export const callbacks: Translation<typeof english> = {
  callbackMenuFault: 'A gombokkal most nem tudunk visszahívást feljegyezni. Egyik munkatársunk segít Önnek.',
  callbackLooking: 'Egy pillanat türelmet, időpontot keresünk a visszahíváshoz.',
  callbackChoose:
    'Azon a számon hívjuk vissza, amelyről telefonál. Ha az első szabad munkatársunk hívását kéri, nyomja meg az 1-es gombot. Ha {second}, a 2-est. Ha {third}, a 4-est. Ha {fourth}, az 5-öst. A főmenühöz a 3-ast. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  callbackBooked: 'Visszahívjuk Önt, {time}. Lemondáshoz hívjon minket, és nyomja meg a 6-os gombot.',
  callbackSoon: 'Visszahívjuk Önt, amint egyik munkatársunk szabad, legkésőbb {time}.',
  callbackAlready: 'Az Ön számára már fel van jegyezve egy hívás, {time}.',
  callbackKnown:
    'Feljegyeztünk egy hívást az Ön számára, {time}. Ha megtartja, nyomja meg az 1-es gombot. Ha lemondja, a 2-est. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  callbackKnownSoon:
    'Visszahívjuk Önt, amint egyik munkatársunk szabad, legkésőbb {time}. Ha megtartja a hívást, nyomja meg az 1-es gombot. Ha lemondja, a 2-est. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  callbackKept: 'A feljegyzett időben visszahívjuk.',
  callbackCancelling: 'Egy pillanat türelmet, lemondjuk a hívást.',
  callbackCancelled: 'A hívást lemondtuk.',
  callbackTooLate: 'Egyik munkatársunk éppen hívni készül Önt, ezért a hívást már nem lehetett lemondani.',
  callbackWithheld:
    'A telefonja nem jelzi ki a számát, ezért nem tudnánk visszahívni. Egyik munkatársunk most segít Önnek.',
  callbackFault: 'Most nem tudunk visszahívást feljegyezni. Egyik munkatársunk segít Önnek.',
  callbackKeptInstead: 'Most nem tudunk időpontot ajánlani, ezért inkább megőrizzük a számát.',
};
