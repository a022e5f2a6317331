/** Every word of changing an order by phone, in English. */

export const changing = {
  choiceSilence: 'You have not chosen what to do.',
  choiceOtherKey: 'Sorry, that key does nothing at this point.',
  choiceGiveUp: 'Let us see whether one of our team can help you with it.',
  choiceFault: 'We cannot take your choice just now.',

  changeFlowFault: 'We cannot change orders at the keypad just now.',
  changeLookFault: 'We cannot see just now what can be done about your order.',
  changeNoOrder: 'We cannot find that order any more.',
  changeOpen:
    'Order {orderNumber}: {items}. To cancel it, press 1. To change how many you get, press 2. For the main menu, press 3. To speak with one of our team, press 0.',
  changePacked:
    'Order {orderNumber} is packed: {items}. It can no longer be changed, but we can still stop it. To cancel it, press 1. For the main menu, press 3. To speak with one of our team, press 0.',
  changeOnItsWay:
    'Order {orderNumber} is on its way, so it cannot be changed any more. As soon as it has arrived, you can return it or have it exchanged right here.',
  changeDelivered:
    'Order {orderNumber}: {items}. You can send it back until {until}. To return it, press 1. To have it exchanged for new, press 2. For a spare part under warranty, press 4. For the main menu, press 3. To speak with one of our team, press 0.',
  changeTooLate:
    'Order {orderNumber} could be sent back until {until}, and that day is over. For a spare part under warranty, press 4. For the main menu, press 3. To speak with one of our team, press 0.',
  changeReturning:
    'For order {orderNumber} you have a return number. It is {rmaNumber}. I repeat, {rmaNumber}. To keep your order after all, press 1. To hear the number again, press 2. For the main menu, press 3. To speak with one of our team, press 0.',
  changeEnded: 'Order {orderNumber} {status}, so there is nothing left to change about it.',

  cancelReadBack:
    'We will cancel order {orderNumber}: {items}. To cancel all of it now, press 1. To leave it as it is, press 2. To speak with one of our team, press 0.',
  returnReadBack:
    'You would like to send back order {orderNumber}: {items}. To get a return number, press 1. To keep it, press 2. To speak with one of our team, press 0.',
  exchangeReadBack:
    'We will send you all of order {orderNumber} once more, at no cost: {items}. Please send back what you have by {until}. To have it exchanged, press 1. To leave it as it is, press 2. To speak with one of our team, press 0.',
  withdrawReadBack:
    'You would like to keep order {orderNumber}: {items}. To give up the return number, press 1. To send the order back all the same, press 2. To speak with one of our team, press 0.',
  quantityReadBack:
    'Your order would then be {items}: {price}. Tax is {tax}. The total is {total}. To change it to that, press 1. To leave it as it is, press 2. To speak with one of our team, press 0.',

  askLine:
    'These are the products in your order. {lines}. Please enter the number of the one to change, and then press the pound key.',
  lineSilence: 'You have not chosen a product.',
  lineUnknown: 'Your order has no product with that number.',
  lineFault: 'We could not take down which product you mean.',
  askPieces:
    'How many would you like of it in all? Please enter the number, and then press the pound key. To take it out of the order, press 0 and pound.',
  piecesSilence: 'We did not get how many you would like of it.',
  piecesFault: 'We could not take down how many.',
  piecesWrong: 'At the keypad you can have up to {most} pieces of it.',
  piecesSame: 'That is just how many you have ordered already.',
  piecesNothing: 'That would leave nothing in your order. Let us go back, where you can cancel it.',
  piecesTooMany: 'We have only {left} more of {productName}.',
  piecesPrice:
    'The price has changed since you ordered, so we cannot add to that order. You can order more of it as a new order.',
  quoteChangeFault: 'We cannot work out the new price just now.',

  changing: 'One moment, please, while we see to it.',
  changeCancelled: 'Order {orderNumber} is cancelled. There is nothing to pay for it.',
  changeCancelledPaid: 'Order {orderNumber} is cancelled. We pay {refund} back to you, the way you paid it.',
  changeDone: 'Order {orderNumber} is changed. The new total is {total}.',
  changeReturnAgreed:
    'Please write this return number on the parcel. It is {rmaNumber}. I repeat, {rmaNumber}. As soon as the parcel is with us, we pay back what you have paid.',
  changeWithdrawn: 'All right, you keep order {orderNumber}, and the return number is no longer valid.',
  changeExchanged:
    'Your new order has the number {orderNumber}. Please write this return number on the parcel that you send back. It is {rmaNumber}. I repeat, {rmaNumber}.',
  changeLeft: 'All right, we leave your order as it is.',
  changedMeanwhile:
    'Your order has changed in the meantime, so we have left it alone. This is how it stands now.',
  changeNotInStock: 'We no longer have that many, so nothing has been changed.',
  changeForPerson: 'Only one of our team can decide about this. Nothing has been changed yet.',

  changeUnknown:
    'We could not find out just now whether your order has been changed. Please leave it at that for the moment.',
  changePromise:
    'We will tell you how your order stands by {promisedTime}, at the number you are calling from. Your case number is {caseNumber}. I repeat, {caseNumber}. Thank you, and goodbye.',

  afterChange:
    'To hear how this order stands now, press 1. For the main menu, press 3. To speak with one of our team, press 0. To end the call, press 9.',
} as const;
