/** What a benchmark area gives back: named figures with their units. */

export interface Figure {
  readonly value: number;
  readonly unit: string;
}

/** Named `area.figure`, e.g. `engine.main-menu`. */
export type Figures = Readonly<Record<string, Figure>>;

export type Area = () => Promise<Figures>;
