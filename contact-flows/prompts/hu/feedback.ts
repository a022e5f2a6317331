/** Every word of the question after a call, in Hungarian. */
import type { feedback as english } from '../en/feedback.ts';
import type { Translation } from '../translation.ts';

export const feedback: Translation<typeof english> = {
  surveyQuestion:
    'Köszönjük, hogy beszélt velünk. Mennyire volt elégedett ezzel a hívással, 1-től 5-ig? Ha egyáltalán nem, nyomja meg az 1-es gombot. Ha nagyon, az 5-öst.',
  surveyOtherKey: 'Sajnáljuk, kérjük, az 1-estől az 5-ösig nyomjon meg egy gombot.',
  surveyThanks: 'Köszönjük, feljegyeztük.',
};
