/** What the world is woken for. */
export type TimerKind =
  | 'block'
  | 'speech'
  | 'ring'
  | 'auto-accept'
  | 'after-contact-work'
  | 'routing-delay'
  | 'no-answer'
  | 'calling'
  | 'delay'
  | 'expiry'
  | 'routing-step'
  | 'chat-idle'
  | 'chat-connection';
