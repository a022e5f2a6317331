/** What the invented shop's products are called in the languages of its callers, as they stand beside `the product …`. */

import type { Product } from '../../lambdas/tables/products.ts';

/** A product in all languages. */
export interface ProductNames {
  readonly en: string;
  readonly el: string;
  readonly hu: string;
  readonly ro: string;
}

/** English is the name, the others stand beside it. */
export const named = ({ en: name, ...names }: ProductNames): Pick<Product, 'name' | 'names'> => ({
  name,
  names,
});

export const DEMO_NAMES = {
  'LAMP-01': { en: 'Desk lamp', el: 'Φωτιστικό γραφείου', hu: 'Asztali lámpa', ro: 'Lampă de birou' },
  'CHAIR-07': { en: 'Office chair', el: 'Καρέκλα γραφείου', hu: 'Irodai szék', ro: 'Scaun de birou' },
  'PAPER-A4': {
    en: 'Paper, 2,500 sheets',
    el: 'Χαρτί, 2.500 φύλλα',
    hu: 'Papír, 2500 lap',
    ro: 'Hârtie, 2.500 de coli',
  },
  'SHELF-03': { en: 'Wall shelf', el: 'Ράφι τοίχου', hu: 'Fali polc', ro: 'Raft de perete' },
  'LAMP-01-ARM': {
    en: 'Arm of the desk lamp',
    el: 'Βραχίονας του φωτιστικού γραφείου',
    hu: 'Az asztali lámpa karja',
    ro: 'Braț pentru lampa de birou',
  },
} as const satisfies Readonly<Record<string, ProductNames>>;

export const FAMILY_NAMES = {
  DESK: { en: 'Writing desk', el: 'Γραφείο', hu: 'íróasztal', ro: 'Birou' },
  CABINET: { en: 'Filing cabinet', el: 'Αρχειοθήκη', hu: 'irattartó szekrény', ro: 'Dulap pentru dosare' },
  MONITOR: { en: 'Monitor arm', el: 'Βραχίονας οθόνης', hu: 'monitortartó kar', ro: 'Braț pentru monitor' },
  KEYBOARD: { en: 'Keyboard', el: 'Πληκτρολόγιο', hu: 'billentyűzet', ro: 'Tastatură' },
  HEADSET: {
    en: 'Headset',
    el: 'Ακουστικά με μικρόφωνο',
    hu: 'mikrofonos fejhallgató',
    ro: 'Căști cu microfon',
  },
  PRINTER: { en: 'Printer', el: 'Εκτυπωτής', hu: 'nyomtató', ro: 'Imprimantă' },
  TONER: { en: 'Toner', el: 'Τόνερ', hu: 'toner', ro: 'Toner' },
  WASHER: { en: 'Washing machine', el: 'Πλυντήριο ρούχων', hu: 'mosógép', ro: 'Mașină de spălat' },
  KETTLE: { en: 'Kettle', el: 'Βραστήρας', hu: 'vízforraló', ro: 'Fierbător' },
  BOARD: { en: 'Whiteboard', el: 'Λευκός πίνακας', hu: 'fehér tábla', ro: 'Tablă albă' },
} as const satisfies Readonly<Record<string, ProductNames>>;

/** Of each family five, each dearer than the one before; the words go with a name of any gender. */
export const VARIANT_NAMES = [
  { en: 'basic', el: 'βασικό μοντέλο', hu: 'Alap', ro: 'model de bază' },
  { en: 'plus', el: 'ενισχυμένο μοντέλο', hu: 'Plusz', ro: 'model plus' },
  { en: 'compact', el: 'μικρό μοντέλο', hu: 'Kompakt', ro: 'model compact' },
  { en: 'large', el: 'μεγάλο μοντέλο', hu: 'Nagy', ro: 'model mare' },
  { en: 'professional', el: 'επαγγελματικό μοντέλο', hu: 'Professzionális', ro: 'model profesional' },
] as const satisfies readonly ProductNames[];

/** `Kettle plus`, `Βραστήρας, ενισχυμένο μοντέλο`, `Plusz vízforraló`, `Fierbător, model plus`. */
export const variantNames = (family: ProductNames, variant: ProductNames): ProductNames => ({
  en: `${family.en} ${variant.en}`,
  el: `${family.el}, ${variant.el}`,
  hu: `${variant.hu} ${family.hu}`,
  ro: `${family.ro}, ${variant.ro}`,
});

export const PART_NAMES = {
  'WASHER-BELT': {
    en: 'Drive belt of the washing machine',
    el: 'Ιμάντας του πλυντηρίου ρούχων',
    hu: 'A mosógép hajtószíja',
    ro: 'Curea pentru mașina de spălat',
  },
  'WASHER-PUMP': {
    en: 'Drain pump of the washing machine',
    el: 'Αντλία αποστράγγισης του πλυντηρίου ρούχων',
    hu: 'A mosógép leeresztő szivattyúja',
    ro: 'Pompă de evacuare pentru mașina de spălat',
  },
  'PRINTER-ROLL': {
    en: 'Feed roller of the printer',
    el: 'Κύλινδρος τροφοδοσίας του εκτυπωτή',
    hu: 'A nyomtató papíradagoló görgője',
    ro: 'Rolă de alimentare pentru imprimantă',
  },
  'HEADSET-PAD': {
    en: 'Ear pads of the headset',
    el: 'Μαξιλαράκια των ακουστικών',
    hu: 'A fejhallgató fülpárnái',
    ro: 'Pernuțe pentru căști',
  },
  'DESK-FOOT': {
    en: 'Foot of the writing desk',
    el: 'Πόδι του γραφείου',
    hu: 'Az íróasztal lába',
    ro: 'Picior pentru birou',
  },
} as const satisfies Readonly<Record<string, ProductNames>>;
