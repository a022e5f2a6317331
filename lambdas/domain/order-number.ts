/** How an order's number is written: up to twelve digits. Ours have ten; those of a former system may be longer or shorter. */
export const ORDER_NUMBER = /^[1-9]\d{0,11}$/;
