/** Every word of calls back, in English. */

export const callbacks = {
  callbackMenuFault: 'We cannot note a call back at the keypad just now.',
  callbackLooking: 'One moment, please, while we look for times to call you.',
  callbackChoose:
    'We call you at the number you are calling from. To be called as soon as one of our team is free, press 1. At {second}, press 2. At {third}, press 4. At {fourth}, press 5. For the main menu, press 3. To speak with one of our team, press 0.',
  callbackBooked: 'We will call you at {time}. To cancel it, call us and press 6.',
  callbackSoon: 'We will call you as soon as one of our team is free, by {time} at the latest.',
  callbackAlready: 'A call to your number is booked already, at {time}.',
  callbackKnown:
    'We have noted a call to your number, at {time}. To keep it, press 1. To cancel it, press 2. To speak with one of our team, press 0.',
  callbackKnownSoon:
    'We will call your number as soon as one of our team is free, by {time} at the latest. To keep that, press 1. To cancel it, press 2. To speak with one of our team, press 0.',
  callbackKnownLate:
    'We are sorry that we have not called you in the time that we promised. The call is still noted. To keep it, press 1. To cancel it, press 2. To speak with one of our team, press 0.',
  callbackKeptLate: 'We will call you as soon as we can.',
  callbackKept: 'We will call you as it was noted.',
  callbackCancelling: 'One moment, please, while we cancel the call.',
  callbackCancelled: 'The call is cancelled.',
  callbackTooLate: 'One of our team is about to call you, so it could not be cancelled.',
  callbackFault: 'We cannot note a call back just now.',
  callbackKeptInstead: 'We cannot offer times just now, so we keep your number instead.',
} as const;
