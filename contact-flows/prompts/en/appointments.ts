/** Every word of appointments, in English. */
export const appointments = {
  appointmentLooking: 'One moment, please, while we look at your appointments.',
  appointmentLookFault: 'We cannot see your appointments just now.',
  appointmentTheirs:
    'You have an appointment at {time}. To move it, press 1. To cancel it, press 2. For the main menu, press 3. To speak with one of our team, press 0.',
  appointmentCancelReadBack:
    'We will cancel your appointment at {time}. To cancel it now, press 1. To keep it, press 2. To speak with one of our team, press 0.',
  appointmentLeft: 'All right, your appointment stays as it is.',
  appointmentFinding: 'We are looking for a free time.',
  appointmentOfferFault: 'We cannot see which times are free just now.',
  appointmentNoneFree: 'There is no free time in the next days.',
  appointmentOffered:
    'You can come at {time}. To book that time, press 1. For the next free time, press 2. For the main menu, press 3. For another day, press 4. To speak with one of our team, press 0.',
  appointmentEnoughOffers: 'None of those times was right for you.',
  appointmentBooking: 'One moment, please, while we book that time.',
  appointmentBooked: 'Your appointment is booked: we expect you at {time}. We also send you a message.',
  appointmentTaken: 'Sorry, somebody else has just taken that time. Here is the next one that is free.',
  appointmentCancelling: 'One moment, please, while we cancel it.',
  appointmentCancelled: 'Your appointment at {time} is cancelled.',
  appointmentChanged:
    'Your appointment has changed while we were talking, so we have left it alone. This is how it stands now.',
  appointmentUnknown: 'We could not find out just now whether that was done.',
  appointmentPromise:
    'We will tell you how your appointment stands by {promisedTime}, at the number you are calling from. Your case number is {caseNumber}. I repeat, {caseNumber}. Thank you, and goodbye.',
  appointmentsFault: 'We cannot open our appointments just now.',
} as const;
