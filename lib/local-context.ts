/** The context key that says that this machine alone runs what is synthesized. */
export const localContext = 'callwright-local';
