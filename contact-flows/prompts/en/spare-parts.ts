/** Every word of spare parts under warranty, in English. */

export const spareParts = {
  askPart:
    'Please enter the number of the spare part, and then press the pound key. If you do not have it at hand, press 0 and pound.',
  partSilence: 'We did not get the number of a part.',
  partEntryFault: 'We could not take down the number of the part.',
  partFault: 'We cannot look at our spare parts just now.',
  partUnknown: 'We have no part with that number for what you ordered.',
  partTooLate:
    'The warranty of {productName} ran until {until}. You can order the part like any product of ours.',
  partNoWarranty: 'There is no warranty on {productName}. You can order the part like any other product.',
  partSoldOut: 'It is covered by the warranty, but {partName} is out of stock.',
  partSentBefore: 'We have sent you that part already, with the order number {orderNumber}.',
  partReadBack:
    '{partName}, for {productName}, is covered by the warranty until {until}. To have it sent at no cost, press 1. To leave it at that, press 2. To speak with one of our team, press 0.',
  partSending: 'One moment, please, while we order the part.',
  partSent:
    'The part is on order for you, at no cost. Its order number is {orderNumber}. I repeat, {orderNumber}.',
} as const;
