/** Every word of the question after a call, in English. */

export const feedback = {
  surveyQuestion:
    'Thank you for talking with us. How content were you with this call? For not at all, press 1, and so on up to very much, press 5.',
  surveyOtherKey: 'Sorry, please press a key from 1 to 5.',
  surveyThanks: 'We have noted that, and it helps us.',
} as const;
