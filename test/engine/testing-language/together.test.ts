/** The tests of this folder, whose modules are loaded once. */
import { registerTogether } from '../../together.ts';

await registerTogether(import.meta.dirname);
