/** Every word before the main menu and in it, in Greek. */
import type { entry as english } from '../en/entry.ts';
import type { Translation } from '../translation.ts';

/** The key last, and the choice that nobody needs but once at the end. */
const mainMenu =
  'Για την πορεία μιας παραγγελίας, πατήστε 1. Για να παραγγείλετε, πατήστε 2. Για να αναφέρετε ένα πρόβλημα ή να ακούσετε για μια υπόθεσή σας, πατήστε 3. Για προϊόντα, τιμές και προσφορές, πατήστε 4. Για ραντεβού, πατήστε 5. Για να σας καλέσουμε εμείς, πατήστε 6. Για να μιλήσετε με συνεργάτη μας, πατήστε 0.';

export const entry: Translation<typeof english> = {
  greeting: 'Καλώς ήρθατε στη Larkfield Supplies.',
  recordingNotice:
    'Αν μιλήσετε με συνεργάτη μας, η συνομιλία καταγράφεται, για να βελτιώνουμε τις υπηρεσίες μας.',
  recordsFault: 'Αυτή τη στιγμή δεν έχουμε πρόσβαση στα στοιχεία των πελατών μας.',
  entryFault: 'Κάτι δεν λειτουργεί από τη δική μας πλευρά.',
  returning: 'Μας καλέσατε πρόσφατα. Αν πρόκειται για το ίδιο θέμα, πατήστε 7.',
  mainMenu,
  mainMenuOrLanguage: `${mainMenu} Για άλλη γλώσσα, πατήστε 9.`,
  offerLanguage: 'Για ελληνικά, πατήστε {key}.',
  languageFault: 'Δεν μπορούμε να σας προσφέρουμε άλλη γλώσσα αυτή τη στιγμή.',
  mainMenuSilence: 'Δεν πατήσατε κάποιο πλήκτρο.',
  mainMenuOtherKey: 'Λυπούμαστε, αυτό το πλήκτρο δεν έχει κάποια λειτουργία εδώ.',
  mainMenuGiveUp: 'Ας δούμε αν μπορεί να σας βοηθήσει κάποιος.',
  mainMenuFault: 'Το μενού μας δεν λειτουργεί αυτή τη στιγμή.',
  orderStatusFault: 'Η υπηρεσία των παραγγελιών δεν είναι διαθέσιμη αυτή τη στιγμή.',
};
