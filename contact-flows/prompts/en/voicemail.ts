/** Every word of a voice message that a caller leaves, in English. */

export const voicemail = {
  voicemailHow:
    'Please leave your message after the tone. We record it for our team. If we are to call you at another number, say it in your message. When you are done, press any key, or simply hang up.',
  voicemailNow: 'Please speak now.',
  voicemailTenSeconds: 'You have ten more seconds.',
  voicemailLimit: 'That is as long as a message can be.',
  voicemailChoose:
    'To send your message, stay on the line. To record it again, press 2. To delete it, press 3.',
  voicemailAgain: 'All right, once more. Please speak after the tone.',
  voicemailEnough: 'We have recorded you three times, and keep the last one.',
  voicemailSending: 'One moment, please, while we keep your message.',
  voicemailPromise:
    'We have your message, and will answer it by {promisedTime}. Your case number is {caseNumber}. I repeat, {caseNumber}. Thank you, and goodbye.',
  voicemailKept: 'We have your message, and will answer it as soon as we can. Thank you, and goodbye.',
  voicemailDeleting: 'One moment, please, while we delete your message.',
  voicemailDeleted: 'Your message is deleted.',
  voicemailNotDeleted:
    'We are sorry, we could not delete your message just now. If it is to stay unheard, please tell us when we call you. Thank you, and goodbye.',
  voicemailMenuFault:
    'We cannot open the main menu just now. Please call again a little later. Thank you, and goodbye.',
  voicemailUnsayFault: 'Then we keep your number.',
  voicemailFault: 'We are sorry, we cannot record a message just now. We note your number instead.',
} as const;
