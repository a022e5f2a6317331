/** Every word of the question after a call, in Romanian. */
import type { feedback as english } from '../en/feedback.ts';
import type { Translation } from '../translation.ts';

export const feedback: Translation<typeof english> = {
  surveyQuestion:
    'Vă mulțumim că ați vorbit cu noi. Cât de mulțumit ați fost de acest apel? Pentru deloc, apăsați 1. Pentru foarte mulțumit, apăsați 5. Pentru ceva între ele, apăsați 2, 3 sau 4.',
  surveyOtherKey: 'Ne pare rău, ați apăsat altă tastă. Vă rugăm să apăsați una de la 1 la 5.',
  surveyThanks: 'Vă mulțumim, am notat.',
};
