/** Every word of reporting a problem and of hearing about a case, in Hungarian. */
import type { problems as english } from '../en/problems.ts';
import type { Translation } from '../translation.ts';

export const problems: Translation<typeof english> = {
  problemFault: 'Gombnyomással most nem tudunk problémát felvenni.',

  askProblem:
    'Ha a probléma kiszállítással kapcsolatos, nyomja meg az 1-es gombot. Ha termékkel, a 2-est. Ha számlával, a 3-ast. Ha mással, a 4-est. Ha arra kíváncsi, hogyan áll egy ügye, az 5-öst. Panaszhoz a 6-ost. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  problemSilence: 'Nem választotta ki, miről van szó.',
  problemOtherKey: 'Sajnáljuk, ez a gomb nincs a felsoroltak között.',
  problemMenuFault: 'A problémáját gombnyomással most nem tudjuk felvenni.',
  problemNoting: 'Egy pillanat türelmet, megnyitunk egy ügyet az Ön számára.',
  problemNoted:
    'Köszönjük. Az ügyszáma {caseNumber}. Megismétlem, {caseNumber}. Ebben az ügyben legkésőbb {promisedTime} visszahívjuk azon a számon, amelyről telefonál.',
  problemNotNoted: 'Most nem tudtunk ügyet nyitni.',

  complaintHeard: 'Sajnáljuk, hogy probléma adódott.',
  complaintSeverity:
    'Ha nem tudja használni, amit vásárolt, nyomja meg az 1-es gombot. Ha tudja, a 2-est. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  complaintCause:
    'Ha nem működik megfelelően, nyomja meg az 1-es gombot. Ha sérülten érkezett, a 2-est. Ha nem az, amit rendelt, a 3-ast. Bármi másnál a 4-est.',
  complaintWanted:
    'Ha a pénzét szeretné visszakapni, nyomja meg az 1-es gombot. Ha cserét szeretne, a 2-est. Ha javítást, a 3-ast. Ha mást szeretne, vagy még nem tudja, a 4-est.',
  complaintOrder:
    'Ha a legutóbbi rendeléséről van szó, nyomja meg az 1-est és a kettőskeresztet. Ha egy másikról, adja meg a számát, majd nyomja meg a kettőskeresztet. Ha egyikről sem, csak a kettőskeresztet nyomja meg.',

  caseLooking: 'Egy pillanat türelmet, megkeressük az ügyét.',
  caseState: 'Ügyszám {caseNumber}. {state}.',
  noCase: 'Önnek nincs nálunk nyitott ügye.',
  caseFault: 'Az ügyeket most nem érjük el.',

  resolvedCase:
    'Az Ön {caseNumber} számú ügye megoldódott. Ha minden rendben van, nyomja meg az 1-es gombot. Ha nincs, a 2-est. A főmenühöz a 3-ast. Másik ügyhöz a 4-est. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  resolvedSilence: 'Nem válaszolt, hogy minden rendben van-e.',
  resolvedOtherKey: 'Sajnáljuk, kérjük, az 1-es, a 2-es, a 3-as, a 4-es vagy a 0-s gombot nyomja meg.',
  caseAnswering: 'Egy pillanat türelmet, feljegyezzük.',
  caseVerified: 'Köszönjük. Örülünk, hogy megoldódott.',
  caseReopened:
    'Elnézését kérjük. Az ügye ismét nyitott, és elsőbbséget élvez. Legkésőbb {promisedTime} visszahívjuk.',
  caseWishNoted: 'Feljegyeztük az ügyéhez. Ebben az ügyben legkésőbb {promisedTime} visszahívjuk.',
  caseWithdrawn: 'Köszönjük. Feljegyeztük, hogy már nincs szüksége segítségre, munkatársaink intézkednek.',
  caseChanged: 'Az ügye időközben megváltozott, ezért ezt nem tudtuk feljegyezni.',
  caseNotAnswered: 'Ezt most nem tudjuk feljegyezni.',

  addToCase:
    'Ha még mindig nincs rendben, nyomja meg az 1-es gombot. Ha visszahívást kér az ügyben, a 2-est. Ha már nincs szüksége segítségre, a 3-ast. Ha munkatársunkkal szeretne beszélni, a 0-t.',

  askCase:
    'Kérjük, adja meg az ügyszámát, majd nyomja meg a kettőskeresztet. Ha munkatársunkkal szeretne beszélni, nyomja meg a 0-t és a kettőskeresztet.',
  caseNumberSilence: 'Nem kaptunk ügyszámot.',
  caseNumberMissing: 'Még mindig nem kaptunk ügyszámot.',
  caseNumberFault: 'Ezt az ügyszámot nem tudtuk fogadni.',
  caseUnknown: 'Ezt az ügyet nem találjuk. Kérjük, ellenőrizze a számát.',
  caseUnknownAgain: 'Ezt az ügyet sem találjuk.',
  enoughCases: 'További ügyeit egyik munkatársunk végig tudja nézni Önnel.',
  caseSettled: 'Az Ön {caseNumber} számú ügye lezárult.',
  afterNoCase:
    'A főmenühöz nyomja meg a 3-as gombot. Ha egy ügyét a száma alapján keresi, a 4-est. Ha munkatársunkkal szeretne beszélni, a 0-t. A hívás befejezéséhez a 9-est.',

  afterProblem:
    'A főmenühöz nyomja meg a 3-as gombot. Ha munkatársunkkal szeretne beszélni, a 0-t. A hívás befejezéséhez a 9-est.',
  afterProblemSilence: 'Nem választotta ki, mit szeretne ezután.',
  afterProblemOtherKey: 'Sajnáljuk, kérjük, a 3-as, a 0-s vagy a 9-es gombot nyomja meg.',
  afterProblemGiveUp: 'Megnézzük, segíthet-e tovább egyik munkatársunk.',
  afterProblemFault: 'Ezt a választást most nem tudjuk fogadni.',
};
