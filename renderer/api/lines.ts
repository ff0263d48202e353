/** Lines of a streamed answer, as they come. Empty lines (heartbeats) are passed over. */

/** Ends when the stream does, also when it breaks. */
export async function readLines(
  body: ReadableStream<Uint8Array>,
  take: (line: string) => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const piece = await reader.read().catch(() => null);
    if (piece === null || piece.done) return;
    const lines = (rest + decoder.decode(piece.value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') take(line);
  }
}
