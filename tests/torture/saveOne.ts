/** Saves one made file, as the desktop does: a process of its own, to be ended meanwhile. */
import { saveFile } from '../../electron/backend/saveFile.ts';

const [, , source = '', target = '', dataDir = ''] = process.argv;
await saveFile(source, target, dataDir);
