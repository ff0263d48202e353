/** Several made files as one .zip, for hosts that hand over one file at a time. */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { WriteContext } from '../../context.ts';
import { CallError } from '../../errors.ts';
import { safeFileName } from '../../saveFile.ts';
import { createNames, safePath } from './names.ts';
import { MOST_ZIP_BYTES, writeZip } from './zip.ts';
import type { ZipSource } from './zip.ts';

/** What a .zip says about a file beside its bytes, at most. */
const OVERHEAD = 2048;

/** `name` of a file may begin with a folder: `Client/report.xlsx`. */
export function packDeliveries(
  ctx: WriteContext,
  input: Parsed<'deliveries.pack'>,
): Promise<Output<'deliveries.pack'>> {
  return ctx.jobs.run(input.job, async (job) => {
    const names = createNames();
    const files: ZipSource[] = [];
    let size = 0;
    for (const { handle, name } of input.files) {
      const file = await ctx.transfers.resolveHandle(handle);
      files.push({ name: names.take(safePath(name)), path: file.path, modified: file.modified });
      size += file.size + OVERHEAD;
    }
    if (size > MOST_ZIP_BYTES)
      throw new CallError('file-too-large', `${input.files.length} files are more than 4 GiB together`);
    const name = safeFileName(/\.zip$/i.test(input.name) ? input.name : `${input.name}.zip`);
    const { handle, path } = ctx.transfers.createOutput(name);
    try {
      const bytes = await writeZip(path, files, job.signal, (done) =>
        job.progress({ phase: 'writing', item: files[done]?.name ?? '', done, total: files.length }),
      );
      return { handle, name, bytes };
    } catch (error) {
      ctx.transfers.release(handle);
      throw failure(error, job.signal);
    }
  });
}

function failure(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return new CallError('cancelled', 'packing was cancelled');
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new CallError('disk-full', String(error));
  if (code === 'ENOENT') return new CallError('handle-expired', 'a file to pack is gone');
  return error;
}
