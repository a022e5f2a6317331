/** How much the tests of chance try: a little in every run, much where CALLWRIGHT_COUNTS=full asks for it. */

export const isFull = process.env['CALLWRIGHT_COUNTS'] === 'full';
