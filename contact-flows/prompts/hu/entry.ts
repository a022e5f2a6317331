/** Every word before the main menu and in it, in Hungarian. */
import type { entry as english } from '../en/entry.ts';
import type { Translation } from '../translation.ts';

/** The key last, and the choice that nobody needs but once at the end. */
const mainMenu =
  'Ha egy rendelés állapotára kíváncsi, nyomja meg az 1-es gombot. Ha rendelni szeretne, a 2-est. Ha problémát jelentene be, vagy egy ügyéről érdeklődne, a 3-ast. Termékekhez, árakhoz és akciókhoz a 4-est. Időpontokhoz az 5-öst. Ha visszahívást kér, a 6-ost. Ha munkatársunkkal szeretne beszélni, a 0-t.';

export const entry: Translation<typeof english> = {
  greeting: 'Üdvözli Önt a Larkfield Supplies.',
  recordingNotice: 'Ha munkatársunkkal beszél, a hívást rögzítjük, hogy szolgáltatásunkat javíthassuk.',
  recordsFault: 'Ügyfeleink adatait jelenleg nem érjük el.',
  entryFault: 'Nálunk valami nem működik.',
  returning: 'Nemrég már hívott minket. Ha ugyanarról van szó, nyomja meg a 7-es gombot.',
  mainMenu,
  mainMenuOrLanguage: `${mainMenu} Más nyelvhez a 9-est.`,
  offerLanguage: 'Ha magyarul folytatná, nyomja meg ezt a gombot: {key}.',
  languageFault: 'Most nem tudunk más nyelvet kínálni.',
  mainMenuSilence: 'Nem nyomott meg gombot.',
  mainMenuOtherKey: 'Sajnáljuk, ennek a gombnak itt nincs szerepe.',
  mainMenuGiveUp: 'Megnézzük, tud-e valaki segíteni Önnek.',
  mainMenuFault: 'A menünk most nem működik.',
  orderStatusFault: 'A rendelések menüpontja most nem érhető el.',
};
