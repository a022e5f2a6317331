/** Every word of trying with a caller what helps a product that does not work, in Hungarian. */
import type { troubleshooting as english } from '../en/troubleshooting.ts';
import type { Translation } from '../translation.ts';

export const troubleshooting: Translation<typeof english> = {
  askSymptom:
    'Ha nem kapcsol be, nyomja meg az 1-es gombot. Ha leáll vagy magától kikapcsol, a 2-est. Ha zajos vagy szivárog, a 3-ast. Bármi másnál a 4-est. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  offerSteps:
    'Két rövid lépés gyakran segít. Ha most velünk kipróbálja, nyomja meg az 1-es gombot. Ha kihagyja, a 2-est. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  stepPlug:
    'Kérjük, dugja be másik aljzatba, és kapcsolja be. Ha most működik, nyomja meg az 1-es gombot. Ha nem, a 2-est. Ha újra meghallgatná, a 3-ast. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  stepRestart:
    'Kérjük, kapcsolja ki, húzza ki a dugót, és várjon egy percet. Azután dugja vissza, és kapcsolja be. Ha most működik, nyomja meg az 1-es gombot. Ha nem, a 2-est. Ha újra meghallgatná, a 3-ast. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  stepClean:
    'Kérjük, húzza ki a dugót, hagyja lehűlni, és tisztítsa meg a szűrőjét és a szellőzőnyílásait. Azután kapcsolja be újra. Ha most működik, nyomja meg az 1-es gombot. Ha nem, a 2-est. Ha újra meghallgatná, a 3-ast. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  stepLevel:
    'Kérjük, húzza ki a dugót. Nézze meg, hogy egyenesen áll-e, és nem ér-e hozzá vagy nem szorult-e bele valami. Azután kapcsolja be újra. Ha most működik, nyomja meg az 1-es gombot. Ha nem, a 2-est. Ha újra meghallgatná, a 3-ast. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  stepHose:
    'Kérjük, húzza ki a dugót. Nézze meg, hogy a szűrője, a fedele és a tömlői jól illeszkednek-e. Azután kapcsolja be újra. Ha most működik, nyomja meg az 1-es gombot. Ha nem, a 2-est. Ha újra meghallgatná, a 3-ast. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  stepSilence: 'Nem kell sietnie. Továbbra is itt vagyunk.',
  troubleOrder:
    'Ha a legutóbbi rendelésével érkezett, nyomja meg az 1-est és a kettőskeresztet. Ha egy másikkal, adja meg annak a számát, majd nyomja meg a kettőskeresztet. Egyébként csak a kettőskeresztet nyomja meg.',
  stepHelped: 'Örülünk, hogy újra működik.',
};
