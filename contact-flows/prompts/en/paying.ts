/** Every word of paying an order by card, in English. */

export const paying = {
  payFlowFault: 'We cannot take payments at the keypad just now.',
  payQuoteFault: 'We cannot see just now what is left to pay.',
  payNoOrder: 'We cannot find the order that you want to pay.',
  payNothingDue: 'There is nothing left to pay for order {orderNumber}.',
  payEnoughCards: 'We have tried several cards now.',
  payOffer:
    'For order {orderNumber}, you have {amount} to pay. What you key in for your card is kept secret from everybody here. To pay by card now, press 1. For the main menu, press 3. To speak with one of our team, press 0.',
  payCard: 'Please enter your card number, and then press the pound key. To begin again, press star.',
  payExpiry: 'Now the expiry date, as four digits: two for the month and two for the year.',
  payCode:
    'Last, the security code. It is the three digits on the back of the card, or four on the front. Then press the pound key.',
  paySilence: 'We did not get that. Let us begin once more with the card.',
  payNoCard: 'We still did not get your card, and nothing was charged.',
  payCardFault:
    'We cannot take a card in secret just now, and so we do not ask for one. Nothing was charged.',
  payChangedMeanwhile:
    'Your order has changed in the meantime, and nothing was charged. Let us look at it again.',
  payAsking: 'Thank you. We are asking your bank now. Please stay on the line.',
  payAskingEarlier:
    'You have given us a card for this order already. One moment, please, while we see what became of it.',
  payWaitFirst: 'Your bank is still working on it. That can take up to a minute. Please stay on the line.',
  payWaitSecond: 'We tell you as soon as your bank has answered. There is nothing that you need to do.',
  payWaitThird: 'Your bank has not answered yet. It may take half a minute more.',
  payWaitFourth: 'Thank you for your patience. We are still waiting for the answer of your bank.',
  payWaitFifth: 'Please do not hang up yet. Nothing is charged twice, however long it takes.',
  payWaitSixth: 'We give your bank a few seconds more. After that we will not keep you waiting.',
  payLongWait: 'Your bank is taking longer than usual. We will not keep you waiting for it any longer.',
  payUnknown: 'We have had no answer from your bank. One moment, please, while we note it down.',
  payPaid: 'Your payment of {amount} has been made, and order {orderNumber} is paid. Thank you.',
  payDeclined:
    '{why} Nothing was charged. To try again, or with another card, press 1. For the main menu, press 3. To speak with one of our team, press 0.',
  payReturned: 'Your order changed while you were paying, so your payment goes straight back to you.',
  payWillConfirm:
    'Please do not pay this order again. We find out what became of your payment and tell you by {promisedTime}. Your case number is {caseNumber}. I repeat, {caseNumber}.',
  payWithheld:
    'Your number is withheld, so we could not call you back about it. Please do not pay again until you have spoken with us.',
  payReferFault: 'We cannot note it down just now. Please do not pay again until you have spoken with us.',
  afterPayment:
    'For the main menu, press 3. To speak with one of our team, press 0. If that is all, press 9.',
} as const;
