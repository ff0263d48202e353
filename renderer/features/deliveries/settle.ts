/** Figures in texts that changed since they were approved: settled all at once, before something goes out. */
import type { Input, Output } from '../../../shared/contract/api.ts';
import { callOnce } from '../../api/index.ts';

type Report = Input<'texts.list'>;
type Texts = Readonly<Output<'texts.list'>>;

/** Each figure says what it is now (`update`), or stays as it was, with its date (`keep`). */
export async function settleTexts(report: Report, texts: Texts, how: 'update' | 'keep'): Promise<void> {
  for (const text of texts) {
    for (const { token, state } of text.stale) {
      if (state === 'same') continue;
      // Each rests on the text the one before left.
      // oxlint-disable-next-line no-await-in-loop
      await callOnce('texts.settle', { ...report, section: text.section, token, how });
    }
  }
}
