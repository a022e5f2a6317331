/** What the engine answers to events that make no sense; the world is as it was before. */

/** An event names nobody, or comes at a time when it cannot happen. One sentence says which, and what to do. */
export class EngineRefusal extends Error {
  override readonly name: string = 'EngineRefusal';
}

/** An agent asks for what cannot be done now; Connect's name for it (the softphone's API). */
export class InvalidState extends EngineRefusal {
  override readonly name = 'InvalidStateException';
}

/** A value that means nothing: a number that is none, a destination of the wrong kind. */
export class InvalidParameter extends EngineRefusal {
  override readonly name = 'InvalidParameterException';
}

/** More at once than the instance may have. */
export class LimitExceeded extends EngineRefusal {
  override readonly name = 'LimitExceededException';
}

/** Nobody has asked for calls to that country. */
export class DestinationNotAllowed extends EngineRefusal {
  override readonly name = 'DestinationNotAllowedException';
}

/** Somebody asks for what they have no permission to. */
export class AccessDenied extends EngineRefusal {
  override readonly name = 'AccessDeniedException';
}

/** An agent, contact or destination that there is not. */
export class NotFound extends EngineRefusal {
  override readonly name = 'ResourceNotFoundException';
}

/** A number was dialled that leads nowhere. */
export class NotInService extends EngineRefusal {
  override readonly name = 'NotInService';
}
