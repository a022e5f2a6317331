/** Every word in the queue, on hold, and as somebody answers, in English. */

export const waiting = {
  stillWaiting:
    'Thank you for waiting. You keep your place in line, and the next free member of our team will help you.',
  nextInLine: 'Thank you for waiting. You are next in line.',
  placeInLine: 'Thank you for waiting. You are number {position} in line.',
  waitOneMinute: 'It should take about a minute.',
  waitThreeMinutes: 'It should take no more than three minutes.',
  waitFiveMinutes: 'It should take no more than five minutes.',
  waitTenMinutes: 'It should take no more than ten minutes.',
  waitMoreMinutes: 'It may well take more than ten minutes.',
  waitUnknown: 'We cannot tell yet how long it will take.',
  waitNobody: 'None of our team is at the phone just now, so we cannot tell how long it will take.',
  waitOffer:
    'To keep your place, stay on the line. To leave your number and be called back instead, press 1.',
  waitOtherKey: 'Sorry, that key does nothing while you wait. You keep your place in line.',
  waitOfferFault: 'You keep your place in line. We will be with you as soon as we can.',
  waitWithheld: 'Your number is withheld, so we cannot call you back. You keep your place in line.',
  waitMessageFault: 'We are sorry, we could not note your number. You keep your place in line.',
  waitingWithoutMusic: 'You are still in line. We will be with you as soon as we can.',
  cannotWait: 'We are sorry, we cannot keep you on the line. Please call again a little later. Goodbye.',
  agentIsHere: 'One of our team is on the line now.',
  holding: 'Thank you for holding. We will be back with you in a moment.',
  holdWithoutMusic: 'You are on hold. Please stay on the line.',
} as const;
