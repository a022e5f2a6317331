/** Every word of ordering by phone, in English. */

export const ordering = {
  placeOrderFault: 'We cannot take orders at the keypad just now.',

  askProduct:
    'Please enter the product number, and then press the pound key. To order everything in your latest order again, press 1 and pound. To speak with one of our team, press 0 and pound.',
  productSilence: 'We did not get a product number.',
  productUnknown: 'We have no product with that number. Please check it.',
  productSoldOut: 'Sorry, {productName} is out of stock at the moment.',
  productEntryFault: 'We could not take down that product number.',
  productLookupFault: 'We cannot reach our list of products just now.',
  product: '{productName}, {price} a piece.',

  askQuantity: 'How many would you like? Please enter the number, and then press the pound key.',
  quantitySilence: 'We did not get how many you would like.',
  quantityWrong: 'At the keypad you can order from 1 to {most} pieces.',
  quantityTooMany: 'We have only {left} of {productName}.',
  quoteFault: 'We cannot work out the price just now.',

  nothingToRepeat: 'You have no order with us yet that we could repeat.',
  repeatTooMany: 'We cannot repeat that order as it was, because we have only {left} of {productName}.',
  notByPhone: 'We cannot repeat that order at the keypad.',

  readBack:
    '{items}: {price}. Tax is {tax}. The total is {total}. To place this order, press 1. To cancel it, press 2. To hear it again, press 3. To speak with one of our team, press 0.',
  readBackSilence: 'You have not told us whether to place the order.',
  readBackOtherKey: 'Sorry, that key neither places the order nor cancels it.',
  readBackGiveUp: 'Nothing has been ordered.',
  readBackFault: 'We cannot take your answer just now, and nothing has been ordered.',
  enoughReadBacks: 'You have heard it several times, and nothing has been ordered yet.',
  cancelled: 'All right, nothing has been ordered. Here is the main menu again.',

  confirmFault: 'We could not take down your order, and nothing has been ordered.',
  identical:
    'You ordered exactly the same {when}, under the number {orderNumber}. To order it once more, press 1. To leave it at that, press 2. To speak with one of our team, press 0.',
  identicalSilence: 'You have not told us whether to order it once more.',
  identicalOtherKey: 'Sorry, that key is not one of the answers.',
  identicalGiveUp: 'It has not been ordered once more.',
  identicalFault: 'We cannot take your answer just now, and it has not been ordered once more.',
  leftAtThat: 'All right, we leave it at the order that you have. Here is the main menu again.',
  enoughOnceMore: 'You have ordered it several times now.',

  placing: 'One moment, please, while we place your order.',
  placed:
    'Thank you, your order is placed. The total is {total}. Your order number is {orderNumber}. I repeat, {orderNumber}.',
  soldMeanwhile: 'Sorry, that was sold out while we were talking. Nothing has been ordered.',
  priceChanged:
    'A price has changed while we were talking, and nothing has been ordered yet. Here is your order with the new price.',
  pricesGiveUp: 'The prices keep changing, and nothing has been ordered.',
  orderVoid: 'That order was replaced by a newer one, and has not been placed.',
  unconfirmed:
    'We could not find out just now whether we have your order. We may well have it, so please do not order it again yet. We are looking into it.',
  lookedAfter: 'Our team is already looking after that very order, so we do not take it again.',
  notOrdered: 'Your order could not be placed, and nothing has been ordered.',
  willConfirm:
    'We will check your order, and confirm it to you by {promisedTime}. We will call the number you are calling from. Your case number is {caseNumber}. I repeat, {caseNumber}. Thank you, and goodbye.',

  recalling: 'Now to your order.',
  recallFault: 'We cannot see just now whether you have begun an order before.',
  begunOrder:
    'You have begun an order: {items}. To go on with it at the price of today, press 1. To order something else, press 2. To delete what you began, press 3. To speak with one of our team, press 0.',
  begunTooMany: 'We cannot take that order as you began it, because we have only {left} of {productName}.',
  begunGone: 'What you began can no longer be ordered as it was.',
  begunForgotten: 'All right, what you began is deleted.',
  begunNotForgotten:
    'We could not delete what you began just now, so you will hear of it again. Nothing has been ordered.',
  cancelledNotForgotten:
    'All right, nothing has been ordered. We could not delete it just now, so you will hear of it again. Here is the main menu.',
} as const;
