/** Every word of the question for the PIN, in Greek. */
import type { verification as english } from '../en/verification.ts';
import type { Translation } from '../translation.ts';

export const verification: Translation<typeof english> = {
  askPin:
    'Παρακαλούμε πληκτρολογήστε το PIN σας και μετά πατήστε τη δίεση. Αν δεν το έχετε πρόχειρο, πατήστε 0 και δίεση.',
  pinSilence:
    'Δεν λάβαμε PIN. Παρακαλούμε πληκτρολογήστε το τώρα και μετά πατήστε τη δίεση. Αν δεν το έχετε πρόχειρο, πατήστε 0 και δίεση.',
  pinWrong:
    'Λυπούμαστε, αυτό το PIN δεν είναι σωστό. Παρακαλούμε πληκτρολογήστε το ξανά και μετά πατήστε τη δίεση. Αν δεν το έχετε πρόχειρο, πατήστε 0 και δίεση.',
  pinRefused:
    'Λυπούμαστε, ούτε αυτό το PIN είναι σωστό. Από εδώ και πέρα θα σας βοηθήσει ένας συνεργάτης μας.',
  pinMissing: 'Και πάλι δεν λάβαμε PIN. Από εδώ και πέρα θα σας βοηθήσει ένας συνεργάτης μας.',
  pinRight: 'Ευχαριστούμε.',
  verificationFault:
    'Δεν μπορούμε να ελέγξουμε το PIN σας αυτή τη στιγμή. Θα σας βοηθήσει ένας συνεργάτης μας.',
};
