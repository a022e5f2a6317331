/** Every word of the question for the PIN, in English. */

export const verification = {
  askPin:
    'Please enter your PIN, and then press the pound key. If you do not have it at hand, press 0 and pound.',
  pinSilence:
    'We did not hear a PIN. Please enter it now, and then press the pound key. If you do not have it at hand, press 0 and pound.',
  pinWrong:
    'Sorry, that PIN does not match. Please enter it again, and then press the pound key. If you do not have it at hand, press 0 and pound.',
  pinRefused: 'Sorry, that PIN does not match either. One of our team will help you from here.',
  pinMissing: 'We still did not hear a PIN. One of our team will help you from here.',
  pinRight: 'Thank you.',
  verificationFault: 'We cannot check your PIN at the moment. One of our team will help you instead.',
} as const;
