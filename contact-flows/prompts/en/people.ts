/** Every word on the way to a person, and of the message where nobody is there, in English. */

export const people = {
  connecting: 'We are putting you through. Please stay on the line.',
  nobodySignedIn:
    'None of our team is at the phone just now. To leave your number and be called back, press 1. To leave a voice message, press 2. To wait for the first of us who is free, stay on the line.',
  nobodyOtherKey: 'Sorry, that key does nothing here. Please stay on the line.',
  nobodyWithheld: 'Your number is withheld, so we cannot call you back. Please stay on the line.',
  nobodyMessageFault: 'We are sorry, we could not note your number. Please stay on the line.',
  closed: 'Our office is closed at the moment.',
  hoursFault: 'We cannot tell just now who is in the office.',
  queueFault: 'We cannot reach our team by phone just now.',
  transferFault: 'We could not put you through just now.',
  full: 'All our lines are busy, and many callers are waiting. For a call back, press 1. For the main menu, press 2. To choose when we call you, press 3. To leave a voice message, press 4.',
  fullSilence: 'You have not chosen which you would like.',
  fullOtherKey: 'Sorry, please press 1, 2, 3 or 4.',
  fullGiveUp: 'Let us arrange a call back instead.',
  noting: 'One moment, please, while we see when we can call you back.',
  promise:
    'We will call you by {promisedTime}, at the number you are calling from. Your case number is {caseNumber}. I repeat, {caseNumber}. Thank you, and goodbye.',
  promisedAlready:
    'A call to your number is noted already: you will hear from us by {time}. To cancel it, call us and press 6. Thank you, and goodbye.',
  promisedLate:
    'We are sorry that we have not called you in the time that we promised. The call is still noted.',
  numberWithheld:
    'Your number is withheld, so we cannot call you back. Please call again during our opening hours, or without withholding your number. Thank you, and goodbye.',
  messageFault:
    'We are sorry, we could not note your number. Please call us again during our opening hours. Thank you, and goodbye.',
  outOfOrder:
    'We are sorry, our telephone service is out of order at the moment. Please call again a little later. Goodbye.',
  teamAway: 'We are sorry, that team cannot take your call just now.',
  otherTeam: 'That team is not at the phone just now. We are trying another team.',
  closedOffer:
    'To choose when we call you back, press 1. To leave a voice message, press 2. For the main menu, press 3. To leave us your number, stay on the line.',
  numberUnseen: 'Your number is withheld.',
  cannotCallBack: 'Your number is withheld, so we could not call you back.',
  notNotedEither: 'We could not note it down either.',
  askNumber:
    'Please enter the number at which we can call you, and then press the pound key. To leave it at that, press 0 and pound.',
  numberReadBack: 'Your number is {number}. If that is right, press 1. To enter it again, press 2.',
  numberNoting: 'One moment, please, while we note your number.',
  promiseAtNumber:
    'We will call you at that number by {promisedTime}. Your case number is {caseNumber}. I repeat, {caseNumber}. Thank you, and goodbye.',
  numberNotOne:
    'We cannot call that number. Please enter it with its area code. A number in another country begins with the prefix for calls abroad.',
  numberSilence: 'We did not get a number.',
  numberAgain: 'All right, once more.',
} as const;
