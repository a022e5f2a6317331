/** Every word of the question after a call, in English. */

export const feedback = {
  surveyQuestion:
    'Thank you for talking with us. How happy were you with this call, from 1 to 5? For not at all, press 1. For very, press 5.',
  surveyOtherKey: 'Sorry, please press a key from 1 to 5.',
  surveyThanks: 'Thank you: we have noted that.',
} as const;
