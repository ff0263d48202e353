/** Opens the book of a folder as the app does, and closes it: a process of its own, to be ended meanwhile. */
import { openStore } from '../../electron/store/openStore.ts';

const [, , dataDir = ''] = process.argv;
const store = await openStore(dataDir);
store.close();
