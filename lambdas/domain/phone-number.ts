/** Telephone numbers as the world writes them: E.164. */

/**
 * The number if it is one in E.164 form: `+`, a country code, 7 to 15 digits in all. Withheld numbers reach us as a
 * word (`anonymous`), as nothing, or malformed: they are no number.
 * @see https://www.itu.int/rec/T-REC-E.164
 */
export function phoneNumber(text: string): string | undefined {
  return /^\+[1-9]\d{6,14}$/.test(text) ? text : undefined;
}
