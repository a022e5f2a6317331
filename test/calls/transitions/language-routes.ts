/** Calls that between them take every way through the menu of a centre of several languages. */
import { imani } from '../../kit/people.ts';
import type { ChangingAnswer, Route } from './routes.ts';

/** The caller has chosen English in a call before. */
const knownCaller = (...keys: Route['answers']): Route => ({
  person: imani,
  answers: keys,
  before: (centre) => centre.remembers(imani.from, 'en'),
});

/** There is no such flow any more when the caller asks for another language. */
const choiceIsGone: ChangingAnswer = {
  keys: '9',
  first: async ({ cloud: { centre } }) => {
    const [contactId = ''] = centre.recentContacts();
    centre.send({ kind: 'set-attributes', contactId, attributes: { flowChooseLanguage: 'nowhere' } });
  },
};

export const languageRoutes: readonly Route[] = [
  ...['0', '1', '2', '3', '4', '5', '6', '7', '9'].map((key) => knownCaller(key, '0')),
  ...['1', '2', '3', '4', '5'].map((key) => knownCaller(key, `${imani.pin}#`)),
  knownCaller('', '', ''),
  knownCaller('8', '8', '8'),
  knownCaller(choiceIsGone, '0'),
];
