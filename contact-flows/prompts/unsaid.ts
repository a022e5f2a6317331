/** Said where recordings of a sentence with values could not be found or played, in languages that no voice speaks. */

export const unsaid = {
  el: 'Λυπούμαστε, δεν μπορούμε να σας το πούμε αυτή τη στιγμή.',
  hu: 'Sajnáljuk, ezt most nem tudjuk elmondani Önnek.',
} as const;

export type RecordedLanguage = keyof typeof unsaid;
