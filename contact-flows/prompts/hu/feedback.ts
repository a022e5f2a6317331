/** Every word of the question after a call, in Hungarian. */
import type { feedback as english } from '../en/feedback.ts';
import type { Translation } from '../translation.ts';

export const feedback: Translation<typeof english> = {
  surveyQuestion:
    'Köszönjük, hogy beszélt velünk. Mennyire volt elégedett ezzel a hívással? Ha egyáltalán nem, nyomja meg az 1-es gombot. Ha nagyon, az 5-öst. Ha a kettő között, a 2-est, a 3-ast vagy a 4-est.',
  surveyOtherKey: 'Sajnáljuk, ez egy másik gomb volt. Kérjük, az 1-estől az 5-ösig nyomjon meg egyet.',
  surveyThanks: 'Köszönjük, feljegyeztük.',
};
