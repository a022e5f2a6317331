/** `callwright render`: writes the flows as JSON. */
import { renderFlows } from '../../contact-flows/render.ts';

/** @returns the files that were written */
export const render = (): Promise<readonly string[]> => renderFlows();
