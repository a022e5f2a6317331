/** Tells the person at `npm start` what went wrong in a call: the flow's reason, and what the function wrote about it. */
import type { Cloud } from '../cloud.ts';

/** Lambda's own words for a fault, and the level of a function's own line. */
const FAULT_LINE = /"level":"ERROR"|^ERROR\t|Task timed out|Runtime exited/;

/**
 * Writes one line for each function that fails a caller and each line of fault in a function's log. Secrets are masked
 * already in what the engine gives.
 * @returns how to stop
 */
export function tellTroubles(
  {
    centre,
    functions,
    scheduler,
    bus,
    mappings,
    asynchronous,
  }: Pick<Cloud, 'centre' | 'functions' | 'scheduler' | 'bus' | 'mappings' | 'asynchronous'>,
  write: (line: string) => void,
): () => void {
  const stopWatching = centre.observe(({ effect }) => {
    if (effect.kind !== 'step-taken' || effect.type !== 'InvokeLambdaFunction') return;
    if (effect.because === undefined) return;
    write(`Contact ${effect.contactId}: ${effect.flowName} / ${effect.step}: ${effect.because}`);
  });
  const stopLogs = functions.onLog(({ functionName, contactId, text }) => {
    if (!FAULT_LINE.test(text)) return;
    const said = contactId === undefined ? text : centre.shown(contactId, text);
    write(
      `${functionName}${contactId === undefined ? '' : ` for contact ${contactId}`}: ${said.split('\n')[0]}`,
    );
  });
  const stopOthers = [scheduler, bus, mappings, asynchronous].map((part) => part.onTrouble(write));
  return () => {
    for (const stop of stopOthers) stop();
    stopWatching();
    stopLogs();
  };
}
