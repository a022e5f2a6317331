/** Lays a flow out beside the page: a large one takes a while, and the page must go on listening. */
import type { ShownFlow } from '../../flow-shown.ts';
import { layoutOf } from './flow-layout.ts';

addEventListener('message', ({ data }: MessageEvent<ShownFlow>) => postMessage(layoutOf(data)));
