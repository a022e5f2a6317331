/** Every word of reporting a problem and of hearing about a case, in English. */

export const problems = {
  problemFault: 'We cannot take down problems at the keypad just now.',

  askProblem:
    'If your problem is about a delivery, press 1. About a product, press 2. About an invoice, press 3. About something else, press 4. To hear how a case of yours stands, press 5. For a complaint, press 6. To speak with one of our team, press 0.',
  problemSilence: 'You have not chosen which it is.',
  problemOtherKey: 'Sorry, that is none of these.',
  problemMenuFault: 'We cannot take your problem down at the keypad just now.',
  problemNoting: 'One moment, please, while we open a case for you.',
  problemNoted:
    'Thank you. Your case number is {caseNumber}. I repeat, {caseNumber}. We will call you about it by {promisedTime}, at the number you are calling from.',
  problemNotNoted: 'We could not open a case just now.',

  complaintHeard: 'We are sorry that something went wrong.',
  complaintSeverity:
    'If you cannot use what you bought, press 1. If you can, press 2. To speak with one of our team, press 0.',
  complaintCause:
    'If it does not work as it should, press 1. If it arrived damaged, press 2. If it is not what you ordered, press 3. For anything else, press 4.',
  complaintWanted:
    'To have your money back, press 1. To have it replaced, press 2. To have it repaired, press 3. For something else, or if you do not know yet, press 4.',
  complaintOrder:
    'If it is about your latest order, press 1 and pound. If it is about another one, enter its number, and then press the pound key. If it is about none, just press pound.',

  caseLooking: 'One moment, please, while we look for your case.',
  caseState: 'Case {caseNumber} {state}.',
  noCase: 'We have no open case of yours.',
  caseFault: 'We cannot reach our cases just now.',

  resolvedCase:
    'Case {caseNumber} is resolved. If all is as it should be, press 1. If it is not, press 2. For the main menu, press 3. For another case, press 4. To speak with one of our team, press 0.',
  resolvedSilence: 'You have not told us whether all is as it should be.',
  resolvedOtherKey: 'Sorry, please press 1, 2, 3, 4 or 0.',
  caseAnswering: 'One moment, please, while we note that.',
  caseVerified: 'Thank you. We are glad that it is settled.',
  caseReopened:
    'We are sorry. Your case is open again, and goes before others. We will call you by {promisedTime}.',
  caseWishNoted: 'We have noted that with your case. We will call you about it by {promisedTime}.',
  caseWithdrawn: 'Thank you. We have noted that you no longer need it, and our team will see to that.',
  caseChanged: 'Your case has changed in the meantime, so we could not note that.',
  caseNotAnswered: 'We cannot note that just now.',

  addToCase:
    'If it is still not right, press 1. To be called about it, press 2. If you no longer need it, press 3. To speak with one of our team, press 0.',

  askCase:
    'Please enter your case number, and then press the pound key. To speak with one of our team, press 0 and pound.',
  caseNumberSilence: 'We did not get a case number.',
  caseNumberMissing: 'We still did not get a case number.',
  caseNumberFault: 'We could not take down that case number.',
  caseUnknown: 'We did not find that case. Please check the number.',
  caseUnknownAgain: 'We did not find that case either.',
  enoughCases: 'For more cases, one of our team can go through them with you.',
  caseSettled: 'Case {caseNumber} is settled.',
  afterNoCase:
    'For the main menu, press 3. For a case by its number, press 4. To speak with one of our team, press 0. To end the call, press 9.',

  afterProblem:
    'For the main menu, press 3. To speak with one of our team, press 0. To end the call, press 9.',
  afterProblemSilence: 'You have not chosen what you would like next.',
  afterProblemOtherKey: 'Sorry, please press 3, 0 or 9.',
  afterProblemGiveUp: 'We will see whether one of our team can help you further.',
  afterProblemFault: 'We cannot take that choice just now.',
} as const;
