/** What was made in the window leaves it by the host's own way: a handle, then the save dialog or the downloads. */
import { getTransport } from '../../api/index.ts';
import type { SaveResult } from '../../../shared/contract/transport.ts';

export async function saveBytes(bytes: Uint8Array, name: string): Promise<SaveResult> {
  const { handle } = await getTransport().upload({
    name,
    size: bytes.byteLength,
    modified: Date.now(),
    chunk: (from, to) => Promise.resolve(bytes.slice(from, to)),
  });
  return getTransport().save(handle, name);
}

/** A file name every system takes, of parts that a person reads. */
export function fileName(parts: readonly string[], extension: string): string {
  const stem = parts
    .map((part) =>
      part
        .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((part) => part !== '')
    .join(' - ');
  return `${stem.slice(0, 120).replace(/[. ]+$/, '')}.${extension}`;
}

/** Puts text on the clipboard without asking for a permission: as an answer to a copy that the page starts itself. */
export function copyText(text: string): boolean {
  const answer = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', answer, { capture: true });
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', answer, { capture: true });
  }
}

export async function copyImage(png: Promise<Blob>): Promise<void> {
  // The promise is handed over as it is: waiting for it first would outlive the press that allows the copy.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
}
