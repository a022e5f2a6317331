/** Every word of the question after a call, in English. */

export const feedback = {
  surveyQuestion:
    'Thank you for talking with us. How happy were you with this call? For not at all, press 1. For very, press 5. For anything in between, press 2, 3 or 4.',
  surveyOtherKey: 'Sorry, that was another key. Please press one from 1 to 5.',
  surveyThanks: 'Thank you: we have noted that.',
} as const;
