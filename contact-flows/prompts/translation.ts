/** The messages of a topic in another language: each that English has, by the same name, and no other. */
export type Translation<English extends Readonly<Record<string, string>>> = {
  readonly [Name in keyof English]: string;
};
