/** Every word of the question after a call, in Greek. */
import type { feedback as english } from '../en/feedback.ts';
import type { Translation } from '../translation.ts';

export const feedback: Translation<typeof english> = {
  surveyQuestion:
    'Ευχαριστούμε που μιλήσατε μαζί μας. Πόσο ευχαριστημένοι μείνατε από αυτή την κλήση, από το 1 ως το 5; Για καθόλου, πατήστε 1. Για πάρα πολύ, πατήστε 5.',
  surveyOtherKey: 'Λυπούμαστε, παρακαλούμε πατήστε ένα πλήκτρο από το 1 ως το 5.',
  surveyThanks: 'Ευχαριστούμε, το σημειώσαμε.',
};
