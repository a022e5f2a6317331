/** What customers read of their cases, in their language. */

import type { Language } from './language.ts';
import type { CustomerNews } from './message-body.ts';
import { type Fields, LOCALES, moment, of, type Written } from './message-fields.ts';

type CaseNews = Extract<CustomerNews, `case-${string}`>;

/** The same place in every language where a case is named. */
const inCase =
  (words: (number: string) => string) =>
  (fields: Fields): string =>
    words(of(fields, 'caseNumber'));

export const caseNews: Readonly<Record<Language, Readonly<Record<CaseNews, Written>>>> = {
  en: {
    'case-opened': {
      subject: inCase((number) => `Your case ${number}`),
      text: (fields) =>
        `We have opened case ${of(fields, 'caseNumber')} for you. You will hear from us by ${moment(fields, LOCALES.en)}.`,
    },
    'case-question': {
      subject: inCase((number) => `A question about your case ${number}`),
      text: (fields) =>
        `We have a question about your case ${of(fields, 'caseNumber')}: ${of(fields, 'words')} Please call us, press 3 and then 5.`,
    },
    'case-resolved': {
      subject: inCase((number) => `Your case ${number} is resolved`),
      text: (fields) =>
        `Your case ${of(fields, 'caseNumber')} is resolved: ${of(fields, 'words')} If that is not right, call us, press 3 and then 5.`,
    },
    'case-reopened': {
      subject: inCase((number) => `We are working on your case ${number} again`),
      text: inCase(
        (number) =>
          `Your case ${number} is open again, and goes before others. We will tell you how it ends.`,
      ),
    },
    'case-late': {
      subject: inCase((number) => `Your case ${number} takes longer`),
      text: (fields) =>
        `We are sorry: your case ${of(fields, 'caseNumber')} takes longer than we promised. A supervisor has it now, and answers by ${moment(fields, LOCALES.en)}.`,
    },
  },
  el: {
    'case-opened': {
      subject: inCase((number) => `Η υπόθεσή σας ${number}`),
      text: (fields) =>
        `Ανοίξαμε για εσάς την υπόθεση ${of(fields, 'caseNumber')}. Θα έχετε νέα μας το αργότερο ${moment(fields, LOCALES.el)}.`,
    },
    'case-question': {
      subject: inCase((number) => `Μια ερώτηση για την υπόθεσή σας ${number}`),
      text: (fields) =>
        `Έχουμε μια ερώτηση για την υπόθεσή σας ${of(fields, 'caseNumber')}: ${of(fields, 'words')} Παρακαλούμε καλέστε μας, πατήστε 3 και μετά 5.`,
    },
    'case-resolved': {
      subject: inCase((number) => `Η υπόθεσή σας ${number} διευθετήθηκε`),
      text: (fields) =>
        `Η υπόθεσή σας ${of(fields, 'caseNumber')} διευθετήθηκε: ${of(fields, 'words')} Αν δεν είναι έτσι, καλέστε μας, πατήστε 3 και μετά 5.`,
    },
    'case-reopened': {
      subject: inCase((number) => `Ασχολούμαστε ξανά με την υπόθεσή σας ${number}`),
      text: inCase(
        (number) =>
          `Η υπόθεσή σας ${number} είναι πάλι ανοιχτή και έχει προτεραιότητα. Θα σας ενημερώσουμε για την έκβασή της.`,
      ),
    },
    'case-late': {
      subject: inCase((number) => `Η υπόθεσή σας ${number} καθυστερεί`),
      text: (fields) =>
        `Λυπούμαστε: η υπόθεσή σας ${of(fields, 'caseNumber')} χρειάζεται περισσότερο χρόνο απ’ όσο υποσχεθήκαμε. Την έχει αναλάβει προϊστάμενος και θα απαντήσει το αργότερο ${moment(fields, LOCALES.el)}.`,
    },
  },
  hu: {
    'case-opened': {
      subject: inCase((number) => `Az Ön ${number} számú ügye`),
      text: (fields) =>
        `Ügyet nyitottunk Önnek, száma ${of(fields, 'caseNumber')}. Legkésőbb ekkor jelentkezünk: ${moment(fields, LOCALES.hu)}.`,
    },
    'case-question': {
      subject: inCase((number) => `Kérdésünk van az Ön ${number} számú ügyéről`),
      text: (fields) =>
        `Kérdésünk van az Ön ${of(fields, 'caseNumber')} számú ügyéről: ${of(fields, 'words')} Kérjük, hívjon minket, nyomja meg a 3-as, majd az 5-ös gombot.`,
    },
    'case-resolved': {
      subject: inCase((number) => `Az Ön ${number} számú ügye megoldódott`),
      text: (fields) =>
        `Az Ön ${of(fields, 'caseNumber')} számú ügye megoldódott: ${of(fields, 'words')} Ha mégsem, hívjon minket, nyomja meg a 3-as, majd az 5-ös gombot.`,
    },
    'case-reopened': {
      subject: inCase((number) => `Újra foglalkozunk az Ön ${number} számú ügyével`),
      text: inCase(
        (number) =>
          `Az Ön ${number} számú ügye ismét nyitott, és elsőbbséget élvez. Értesítjük, hogyan zárul.`,
      ),
    },
    'case-late': {
      subject: inCase((number) => `Az Ön ${number} számú ügye tovább tart`),
      text: (fields) =>
        `Elnézését kérjük: az Ön ${of(fields, 'caseNumber')} számú ügye tovább tart, mint ahogy ígértük. Mostantól vezető foglalkozik vele, és eddig válaszol: ${moment(fields, LOCALES.hu)}.`,
    },
  },
  ro: {
    'case-opened': {
      subject: inCase((number) => `Cazul dumneavoastră ${number}`),
      text: (fields) =>
        `Am deschis pentru dumneavoastră cazul ${of(fields, 'caseNumber')}. Vă dăm un răspuns până ${moment(fields, LOCALES.ro)}.`,
    },
    'case-question': {
      subject: inCase((number) => `O întrebare despre cazul dumneavoastră ${number}`),
      text: (fields) =>
        `Avem o întrebare despre cazul dumneavoastră ${of(fields, 'caseNumber')}: ${of(fields, 'words')} Vă rugăm să ne sunați, apăsați 3 și apoi 5.`,
    },
    'case-resolved': {
      subject: inCase((number) => `Cazul dumneavoastră ${number} este rezolvat`),
      text: (fields) =>
        `Cazul dumneavoastră ${of(fields, 'caseNumber')} este rezolvat: ${of(fields, 'words')} Dacă nu este așa, sunați-ne, apăsați 3 și apoi 5.`,
    },
    'case-reopened': {
      subject: inCase((number) => `Ne ocupăm din nou de cazul dumneavoastră ${number}`),
      text: inCase(
        (number) =>
          `Cazul dumneavoastră ${number} este deschis din nou și are prioritate. Vă vom spune cum se încheie.`,
      ),
    },
    'case-late': {
      subject: inCase((number) => `Cazul dumneavoastră ${number} durează mai mult`),
      text: (fields) =>
        `Ne pare rău: cazul dumneavoastră ${of(fields, 'caseNumber')} durează mai mult decât am promis. Acum este la un supervizor, care vă răspunde până ${moment(fields, LOCALES.ro)}.`,
    },
  },
};
