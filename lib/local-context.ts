/** The context key that says that this machine alone runs what is synthesized. */
export const localContext = 'callwright-local';

/** The context key that lets a pretended bank take payments, for tests of what is deployed; nobody deploys that. */
export const pretendedPaymentsContext = 'callwright-pretended-payments';
