/** Every word of raising a case that cannot wait, in Hungarian. */
import type { escalations as english } from '../en/escalations.ts';
import type { Translation } from '../translation.ts';

export const escalations: Translation<typeof english> = {
  caseLookingBefore: 'Egy pillanat türelmet, megnézzük, jelezte-e már ezt nekünk.',
  caseBeforeFault: 'Most nem látjuk, jelezte-e már ezt nekünk.',
  knownCase:
    'Ilyen problémát már jelzett nekünk. Ügyszám {caseNumber}. {state}. Ha ugyanarról van szó, nyomja meg az 1-es gombot. Ha másikról, a 2-est. Ha munkatársunkkal szeretne beszélni, a 0-t.',
  knownCaseSilence: 'Nem válaszolt, hogy ugyanarról a problémáról van-e szó.',
  knownCaseOtherKey: 'Sajnáljuk, kérjük, az 1-es, a 2-es vagy a 0-s gombot nyomja meg.',

  afterCase:
    'Ha ez nem várhat, nyomja meg az 1-es gombot. Ha hozzátenne valamit, a 2-est. A főmenühöz a 3-ast. Másik ügyhöz a 4-est. Ha munkatársunkkal szeretne beszélni, a 0-t. A hívás befejezéséhez a 9-est.',
  afterCaseOtherKey:
    'Sajnáljuk, kérjük, az 1-es, a 2-es, a 3-as, a 4-es, a 0-s vagy a 9-es gombot nyomja meg.',
  caseNotRaised: 'Az ügyét gombnyomással most nem tudjuk magasabb szintre emelni.',

  raising: 'Egy pillanat türelmet, magasabb szintre emeljük az ügyét.',
  caseRaised: 'Ügyét magasabb szintre emeltük, ez most {level} szint.',
  caseNotOpen: 'Az ügye már nem nyitott, ezért nem tudjuk magasabb szintre emelni.',
  escalationFault: 'Ügyét most nem tudtuk magasabb szintre emelni.',
  connectingEscalation: 'Kapcsoljuk a sürgős ügyekkel foglalkozó csoportunkat. Kérjük, maradjon vonalban.',
  escalationNobody:
    'A sürgős ügyekkel foglalkozó csoportunkból most senki sincs a telefonnál. Ügyét magasabb szintre emeltük, és legkésőbb {promisedTime} foglalkoznak vele. Ha megvárná az első szabad munkatársunkat, maradjon vonalban.',
  escalationClosed:
    'A sürgős ügyekkel foglalkozó csoportunk most nem dolgozik. Ügyét ettől függetlenül magasabb szintre emeltük, és legkésőbb {promisedTime} foglalkoznak vele.',
  escalationFull:
    'A sürgős ügyekkel foglalkozó csoportunk minden vonala foglalt. Ügyét magasabb szintre emeltük, és legkésőbb {promisedTime} foglalkoznak vele.',
  escalationQueueFault: 'A sürgős ügyekkel foglalkozó csoportunkat most nem érjük el telefonon.',
  escalationHoursFault: 'Most nem látjuk, dolgozik-e a sürgős ügyekkel foglalkozó csoportunk.',
  escalationTransferFault: 'A sürgős ügyekkel foglalkozó csoportunkat nem tudtuk kapcsolni.',
};
