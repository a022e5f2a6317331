/** Every word before the main menu and in it, in English. */

/** The key last, and the choice that nobody needs but once at the end. */
const mainMenu =
  'For the status of an order, press 1. To order, press 2. To report a problem or hear about a case, press 3. For products, prices and offers, press 4. For appointments, press 5. To be called back, press 6. To speak with one of our team, press 0.';

export const entry = {
  greeting: 'Welcome to Larkfield Supplies.',
  recordingNotice:
    'If you speak with one of our team, we record the call so that we can improve our service.',
  recordsFault: 'We cannot reach our customer records at the moment.',
  entryFault: 'Something is not working on our side.',
  returning: 'You called us a short while ago. If it is about the same matter, press 7.',
  mainMenu,
  mainMenuOrLanguage: `${mainMenu} For another language, press 9.`,
  offerLanguage: 'For English, press {key}.',
  languageFault: 'We cannot offer another language just now.',
  mainMenuSilence: 'You have not pressed a key.',
  mainMenuOtherKey: 'Sorry, that key does nothing here.',
  mainMenuGiveUp: 'Let us see whether somebody can help you.',
  mainMenuFault: 'Our menu is not working just now.',
  orderStatusFault: 'We cannot open our order service just now.',
} as const;
