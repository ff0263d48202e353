/** A file handed to the backend, with the code of a failure as calls have it. */
import { errorCodes } from '../../../shared/contract/codes.ts';
import { CallError, getTransport } from '../../api/index.ts';

/** Uploads reject with a code as their message. */
export async function uploaded(file: File): Promise<string> {
  try {
    const { handle } = await getTransport().upload({
      name: file.name,
      size: file.size,
      modified: file.lastModified,
      chunk: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
    });
    return handle;
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    const code = errorCodes.find((one) => text.includes(one));
    throw code === undefined ? error : new CallError({ code, message: text });
  }
}
