/**
 * Lines of an archive, unpacked piece by piece under limits: nothing of a file is held but the line at hand.
 *
 * Throws `ArchiveError`: `archive-foreign` for what is not packed, `archive-damaged` where packing or lines break off,
 * `archive-too-large` where it unpacks to more than an archive ever has.
 */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { ArchiveError } from '../../../store/archive/error.ts';
import { archiveLimits } from '../../../store/archive/format.ts';

const NEWLINE = 10;

export async function* linesOf(
  file: string,
  read: (packed: number) => void,
): AsyncGenerator<readonly string[]> {
  await refuseUnpacked(file);
  const source = createReadStream(file);
  const unpacked = source.pipe(createGunzip());
  source.on('error', (error) => unpacked.destroy(error));
  let rest: Buffer[] = [];
  let held = 0;
  let total = 0;
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      total += chunk.length;
      refuseBomb(total, source.bytesRead);
      const end = chunk.lastIndexOf(NEWLINE);
      if (end === -1) {
        rest.push(chunk);
        held += chunk.length;
        if (held > archiveLimits.line) throw new ArchiveError('archive-too-large', 'a line without an end');
        continue;
      }
      const text = Buffer.concat([...rest, chunk.subarray(0, end)]).toString('utf8');
      rest = [chunk.subarray(end + 1)];
      held = chunk.length - end - 1;
      read(source.bytesRead);
      yield text.split('\n');
    }
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    throw isDisk(error)
      ? error
      : new ArchiveError('archive-damaged', error instanceof Error ? error.message : String(error), {
          cause: error,
        });
  } finally {
    unpacked.destroy();
    source.destroy();
  }
  if (held > 0) throw new ArchiveError('archive-damaged', 'the last line breaks off');
}

async function refuseUnpacked(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    // RFC 1952: the two bytes every gzip begins with.
    if (bytesRead < 2 || buffer.readUInt16BE(0) !== 0x1f_8b)
      throw new ArchiveError('archive-foreign', 'not packed as an archive is');
  } finally {
    await handle.close();
  }
}

function refuseBomb(total: number, packed: number): void {
  const { bytes, ratio, ratioFrom } = archiveLimits;
  if (total > bytes || (total > ratioFrom && total > packed * ratio))
    throw new ArchiveError('archive-too-large', `${total} bytes out of ${packed}`);
}

/** The reader's own disk, not the file's content. */
function isDisk(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
