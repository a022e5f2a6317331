/** Why a card was not taken, as a caller hears it: one sentence each, and none that blames. */

import type { Language } from './language.ts';
import type { DeclineReason } from './payment.ts';

const WORDS: Readonly<Record<Language, Readonly<Record<DeclineReason, string>>>> = {
  en: {
    declined: 'Your bank did not accept the card.',
    'no-funds': 'Your bank says that the card does not cover the amount.',
    'card-number': 'The card number is not one that we can use.',
    'card-expired': 'The expiry date is not right, or has passed.',
    'security-code': 'The security code is not right.',
    'needs-confirmation': 'Your bank wants you to confirm the payment online, which cannot be done by phone.',
  },
  el: {
    declined: 'Η τράπεζά σας δεν δέχτηκε την κάρτα.',
    'no-funds': 'Σύμφωνα με την τράπεζά σας, το υπόλοιπο της κάρτας δεν επαρκεί.',
    'card-number': 'Αυτός ο αριθμός κάρτας δεν γίνεται δεκτός.',
    'card-expired': 'Η ημερομηνία λήξης δεν είναι σωστή ή έχει περάσει.',
    'security-code': 'Ο κωδικός ασφαλείας δεν είναι σωστός.',
    'needs-confirmation':
      'Η τράπεζά σας ζητά να επιβεβαιώσετε την πληρωμή στο διαδίκτυο, και αυτό δεν γίνεται από το τηλέφωνο.',
  },
  hu: {
    declined: 'A bankja nem fogadta el a kártyát.',
    'no-funds': 'A bankja szerint a kártyán nincs elég fedezet.',
    'card-number': 'Ezt a kártyaszámot nem tudjuk használni.',
    'card-expired': 'A lejárati dátum nem helyes, vagy már elmúlt.',
    'security-code': 'A biztonsági kód nem helyes.',
    'needs-confirmation':
      'A bankja azt kéri, hogy a fizetést az interneten hagyja jóvá, ez pedig telefonon nem lehetséges.',
  },
  ro: {
    declined: 'Banca dumneavoastră nu a acceptat cardul.',
    'no-funds': 'Banca dumneavoastră spune că pe card nu sunt destui bani.',
    'card-number': 'Numărul cardului nu poate fi folosit.',
    'card-expired': 'Data expirării nu este corectă sau a trecut.',
    'security-code': 'Codul de securitate nu este corect.',
    'needs-confirmation':
      'Banca dumneavoastră cere să confirmați plata pe internet, iar acest lucru nu se poate face prin telefon.',
  },
};

export const spokenDecline = (because: DeclineReason, language: Language): string => WORDS[language][because];
