/** Where what customers say of us lies in the table of feedback. */

/** The answer of a caller after the call. */
export const answerKey = (contactId: string) => ({ contactId, sk: 'ANSWER' });
/** How keys of what an agent has noted begin. */
export const REMARK = 'REMARK#';
export const remarkKey = (contactId: string, remarkId: string) => ({ contactId, sk: `${REMARK}${remarkId}` });
