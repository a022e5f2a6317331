/** Every word of how an order stands, and of what comes after an order, in English. */

export const orderStatus = {
  askOrder:
    'Please enter your order number, and then press the pound key. For your latest order, press 1 and pound. To speak with one of our team, press 0 and pound.',
  orderSilence: 'We did not get an order number.',
  orderMissing: 'We still did not get an order number.',
  numberNotTaken: 'We could not take down that number.',
  orderStatus: 'Order {orderNumber} {status}.',
  orderNotFound: 'We did not find that order. Please check the number.',
  orderNotFoundAgain: 'We did not find that order either.',
  noOrders: 'You have no orders with us yet. Here is the main menu again.',
  orderLookupFault: 'We cannot reach our order records at the moment.',
  afterOrderOnly:
    'To hear that again, press 1. For another order, press 2. For the main menu, press 3. To change, cancel, return or exchange it, press 4. To speak with one of our team, press 0. To end the call, press 9.',
  afterOrder:
    'To hear that again, press 1. For another order, press 2. For the main menu, press 3. To change, cancel, return or exchange it, press 4. To pay it by card, press 5. To speak with one of our team, press 0. To end the call, press 9.',
  afterOrderSilence: 'You have not made a choice.',
  afterOrderOtherKey: 'Sorry, that is not one of the choices.',
  afterOrderGiveUp: 'Let us see whether one of our team can help you further.',
  heardOften: 'You have heard it several times now.',
  enoughOrders: 'For more orders, one of our team can go through the list with you.',
  backToMenuFault: 'We cannot open the main menu just now.',
  goodbye: 'Thank you for calling Larkfield Supplies. Goodbye.',
} as const;
