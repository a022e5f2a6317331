/** How an order's number is written: up to twelve digits. Ours have ten; those of a former system may be longer or shorter. */
export const ORDER_NUMBER = /^[1-9]\d{0,11}$/;

/** Whether a text can be the number of an order at all: no other is worth a request. */
export const isOrderNumber = (text: string): boolean => ORDER_NUMBER.test(text);
