/** Every word of the question for the PIN, in English. */

export const verification = {
  askPin:
    'Please enter your PIN, and then press the pound key. For a code by text message instead, press 1 and pound. To speak with one of our team, press 0 and pound.',
  pinSilence:
    'We did not get a PIN. Please enter it now, and then press the pound key. For a code by text message instead, press 1 and pound. To speak with one of our team, press 0 and pound.',
  pinWrong:
    'Sorry, that PIN does not match. Please enter it again, and then press the pound key. For a code by text message instead, press 1 and pound. To speak with one of our team, press 0 and pound.',
  /** Where no code can be sent, here and in the two that follow. */
  askPinOnly:
    'Please enter your PIN, and then press the pound key. To speak with one of our team, press 0 and pound.',
  pinOnlySilence:
    'We did not get a PIN. Please enter it now, and then press the pound key. To speak with one of our team, press 0 and pound.',
  pinOnlyWrong:
    'Sorry, that PIN does not match. Please enter it again, and then press the pound key. To speak with one of our team, press 0 and pound.',
  pinRefused: 'Sorry, that PIN does not match either.',
  pinMissing: 'We still did not get a PIN.',
  pinRight: 'Thank you.',
  verificationFault: 'We cannot check your PIN at the moment.',
  codeSending: 'One moment, please, while we see to the code.',
  askCode:
    'If we have had a number of yours for a while, we are texting a code of six digits to it. It should be there in a few seconds. Please enter the code, and then press the pound key. To speak with one of our team, press 0 and pound.',
  codeAwaited:
    'We are still here. Please enter the code as soon as you have it, and then press the pound key. To speak with one of our team, press 0 and pound.',
  codeWrong:
    'Sorry, that code does not match. Please enter it again, and then press the pound key. To speak with one of our team, press 0 and pound.',
  codeRefused: 'Sorry, that code does not match either.',
  codeMissing: 'We did not get a code.',
  codeUnavailable: 'We cannot send a code just now.',
} as const;
