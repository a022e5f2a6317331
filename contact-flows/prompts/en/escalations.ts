/** Every word of raising a case that cannot wait, in English. */

export const escalations = {
  caseLookingBefore: 'One moment, please, while we see whether you have told us of this before.',
  caseBeforeFault: 'We cannot see just now whether you have told us of this before.',
  knownCase:
    'You have told us of such a problem. Case {caseNumber} {state}. If it is the same problem, press 1. If it is another one, press 2. To speak with one of our team, press 0.',
  knownCaseSilence: 'You have not told us whether it is the same problem.',
  knownCaseOtherKey: 'Sorry, please press 1, 2 or 0.',

  afterCase:
    'If this cannot wait, press 1. To add something to it, press 2. For the main menu, press 3. For another case, press 4. To speak with one of our team, press 0. To end the call, press 9.',
  afterCaseOtherKey: 'Sorry, please press 1, 2, 3, 4, 0 or 9.',
  caseNotRaised: 'We cannot raise your case at the keypad just now.',

  raising: 'One moment, please, while we raise your case.',
  caseRaised: 'Your case is raised to level {level}.',
  caseNotOpen: 'Your case is not open any more, so there is nothing to raise.',
  escalationFault: 'We could not raise your case just now.',
  connectingEscalation: 'We are putting you through to our escalation team. Please stay on the line.',
  escalationNobody:
    'None of our escalation team is at the phone just now. Your case is raised, and they will take it up by {promisedTime}. To wait for the first of them who is free, stay on the line.',
  escalationClosed:
    'Our escalation team is not at work just now. Your case is raised all the same, and they will take it up by {promisedTime}.',
  escalationFull:
    'All lines of our escalation team are busy. Your case is raised, and they will take it up by {promisedTime}.',
  escalationQueueFault: 'We cannot reach our escalation team by phone just now.',
  escalationHoursFault: 'We cannot tell just now whether our escalation team is at work.',
  escalationTransferFault: 'We could not put you through to our escalation team.',
} as const;
