/** Every word that callers and agents hear, in English, by name; what leads where stands in the flows. */

import { escalationPrompts } from './en-escalations.ts';
import { orderPrompts } from './en-orders.ts';
import { problemPrompts } from './en-problems.ts';

export const prompts = {
  greeting: 'Welcome to Larkfield Supplies.',
  recordingNotice:
    'If you speak with one of our team, we record the call so that we can improve our service.',
  recordsFault: 'We cannot reach our customer records at the moment, so one of our team will help you.',
  entryFault: 'Something is not working on our side. One of our team will help you.',

  mainMenu:
    'For the status of an order, press 1. To order, press 2. To report a problem or hear about a case, press 3. To speak with one of our team, press 0.',
  mainMenuSilence: 'We did not hear a key.',
  mainMenuOtherKey: 'Sorry, that key does nothing here.',
  mainMenuGiveUp: 'Let us find somebody who can help you.',
  mainMenuFault: 'Our menu is not working just now. One of our team will help you.',
  orderStatusFault: 'We cannot open our order service just now. One of our team will help you.',

  ...orderPrompts,
  ...problemPrompts,
  ...escalationPrompts,

  askPin:
    'Please enter your PIN, and then press the pound key. If you do not have it at hand, press 0 and pound.',
  pinSilence:
    'We did not hear a PIN. Please enter it now, and then press the pound key. If you do not have it at hand, press 0 and pound.',
  pinWrong:
    'Sorry, that PIN does not match. Please enter it again, and then press the pound key. If you do not have it at hand, press 0 and pound.',
  pinRefused: 'Sorry, that PIN does not match either. One of our team will help you from here.',
  pinMissing: 'We still did not hear a PIN. One of our team will help you from here.',
  pinRight: 'Thank you.',
  verificationFault: 'We cannot check your PIN at the moment. One of our team will help you instead.',

  askOrder:
    'Please enter your order number, and then press the pound key. For your latest order, press 1 and pound. To speak with one of our team, press 0 and pound.',
  orderSilence: 'We did not hear an order number.',
  orderMissing: 'We still did not hear an order number. One of our team will look it up with you.',
  orderEntryFault: 'We could not take down that number. One of our team will look it up with you.',
  orderStatus: (orderNumber: string, status: string): string => `Order ${orderNumber} ${status}.`,
  orderNotFound: 'We did not find that order. Please check the number.',
  orderNotFoundAgain: 'We did not find that order either. One of our team will look for it with you.',
  noOrders: 'You have no orders with us yet. Here is the main menu again.',
  orderLookupFault: 'We cannot reach our order records at the moment. One of our team will help you instead.',
  afterOrder:
    'To hear that again, press 1. For another order, press 2. For the main menu, press 3. To speak with one of our team, press 0. To end the call, press 9.',
  afterOrderSilence: 'We did not hear a choice.',
  afterOrderOtherKey: 'Sorry, that is not one of the choices.',
  afterOrderGiveUp: 'Let us see whether one of our team can help you further.',
  afterOrderFault: 'We cannot take your choice just now. One of our team will help you further.',
  enoughRepeats: 'You have heard it several times now. One of our team will gladly explain it.',
  enoughOrders: 'For more orders, one of our team can go through the list with you.',
  backToMenuFault: 'We cannot open the main menu just now. One of our team will help you.',
  goodbye: 'Thank you for calling Larkfield Supplies. Goodbye.',

  connecting: 'We are putting you through. Please stay on the line.',
  nobodySignedIn:
    'None of our team is at the phone just now. To leave your number and be called back, press 1. To wait for the first of us who is free, stay on the line.',
  nobodyOtherKey: 'Sorry, that key does nothing here. Please stay on the line.',
  nobodyWithheld:
    'Your phone does not show us its number, so we cannot call you back. Please stay on the line.',
  nobodyMessageFault: 'We are sorry, we could not note your number. Please stay on the line.',
  closed: 'Our office is closed at the moment.',
  hoursFault: 'We cannot tell just now who is in the office.',
  queueFault: 'We cannot reach our team by phone just now.',
  transferFault: 'We could not put you through just now.',
  full: 'All our lines are busy, and many callers are waiting. For a call back, press 1. For the main menu, press 2.',
  fullSilence: 'We did not hear which you would like.',
  fullOtherKey: 'Sorry, please press 1 or 2.',
  fullGiveUp: 'Let us arrange a call back instead.',
  fullFault: 'We cannot take your choice just now.',
  fullMenuFault: 'We cannot open the main menu just now.',

  noting: 'One moment, please, while we see when we can call you back.',
  promise: (promisedTime: string, caseNumber: string): string =>
    `We will call you at the number you are calling from by ${promisedTime}. Your case number is ${caseNumber}. I repeat, ${caseNumber}. Thank you, and goodbye.`,
  numberWithheld:
    'Your phone does not show us its number, so we cannot call you back. Please call again during our opening hours, or from a phone that shows its number. Thank you, and goodbye.',
  messageFault:
    'We are sorry, we could not note your number. Please call us again during our opening hours. Thank you, and goodbye.',
  outOfOrder:
    'We are sorry, our telephone service is out of order at the moment. Please call again a little later. Goodbye.',

  stillWaiting:
    'Thank you for waiting. You keep your place in line, and the next free member of our team will help you.',
  nextInLine: 'Thank you for waiting. You are next in line.',
  placeInLine: (position: string): string => `Thank you for waiting. You are number ${position} in line.`,
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
  waitWithheld:
    'Your phone does not show us its number, so we cannot call you back. You keep your place in line.',
  waitMessageFault: 'We are sorry, we could not note your number. You keep your place in line.',
  waitingWithoutMusic: 'You are still in line. We will be with you as soon as we can.',
  cannotWait: 'We are sorry, we cannot keep you on the line. Please call again a little later. Goodbye.',

  transferring: 'One moment, please.',
  transferNobody:
    'None of that team is at the phone just now. The call waits for the first of them who is free.',
  transferClosed: 'That team is closed at the moment.',
  transferFull: 'All lines of that team are busy.',
  transferDidNotWork: 'The transfer did not work.',

  agentIsHere: 'One of our team is on the line now.',
  holding: 'Thank you for holding. We will be back with you in a moment.',
  holdWithoutMusic: 'You are on hold. Please stay on the line.',
  callerOnHold: 'Your caller is on hold.',

  whisperVerified: (reason: string): string => `Verified. ${reason}.`,
  whisperNotVerified: (reason: string): string => `Not verified. ${reason}.`,
} as const;
