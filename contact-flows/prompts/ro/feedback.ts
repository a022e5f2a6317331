/** Every word of the question after a call, in Romanian. */
import type { feedback as english } from '../en/feedback.ts';
import type { Translation } from '../translation.ts';

export const feedback: Translation<typeof english> = {
  surveyQuestion:
    'Vă mulțumim că ați vorbit cu noi. Cât de mulțumit ați fost de acest apel, de la 1 la 5? Pentru deloc, apăsați 1. Pentru foarte mulțumit, apăsați 5.',
  surveyOtherKey: 'Ne pare rău, vă rugăm să apăsați o tastă de la 1 la 5.',
  surveyThanks: 'Vă mulțumim, am notat.',
};
