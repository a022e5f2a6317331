/** Every word before the main menu and in it, in Romanian. */
import type { entry as english } from '../en/entry.ts';
import type { Translation } from '../translation.ts';

/** The key last, and the choice that nobody needs but once at the end. */
const mainMenu =
  'Pentru stadiul unei comenzi, apăsați 1. Pentru a comanda, apăsați 2. Pentru a semnala o problemă sau a afla despre un caz, apăsați 3. Pentru produse, prețuri și oferte, apăsați 4. Pentru programări, apăsați 5. Dacă doriți să vă sunăm noi, apăsați 6. Pentru a vorbi cu un coleg, apăsați 0.';

export const entry: Translation<typeof english> = {
  greeting: 'Bine ați venit la Larkfield Supplies.',
  recordingNotice: 'Dacă vorbiți cu un coleg, înregistrăm convorbirea pentru a ne îmbunătăți serviciile.',
  recordsFault: 'Momentan nu avem acces la datele clienților.',
  entryFault: 'Ceva nu funcționează la noi.',
  returning: 'Ne-ați sunat de curând. Dacă este vorba despre același lucru, apăsați 7.',
  mainMenu,
  mainMenuOrLanguage: `${mainMenu} Pentru altă limbă, apăsați 9.`,
  offerLanguage: 'Pentru română, apăsați {key}.',
  languageFault: 'Nu vă putem oferi acum altă limbă.',
  mainMenuSilence: 'Nu ați apăsat nicio tastă.',
  mainMenuOtherKey: 'Ne pare rău, tasta aceasta nu are nicio funcție aici.',
  mainMenuGiveUp: 'Să vedem dacă vă poate ajuta cineva.',
  mainMenuFault: 'Meniul nostru nu funcționează acum.',
  orderStatusFault: 'Serviciul de comenzi nu este disponibil acum.',
};
