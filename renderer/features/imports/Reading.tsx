/** Files being read: how far, which one, and a way to stop. */
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { ProgressBar } from '../../ui/index.ts';
import type { ImportState } from './useImport.ts';

export function Reading({ state }: { readonly state: ImportState }) {
  const t = useT();
  const format = useFormat();
  const { progress } = state;
  // Files are counted while they are copied, rows while they are read.
  const rows = progress?.phase === 'recognising' && progress.done > 0;
  const detail = [progress?.item, rows && t.imports.rowsRead(format.number(progress.done, 0))]
    .filter(Boolean)
    .join(', ');
  return (
    <ProgressBar
      label={progress ? t.common.progress[progress.phase] : t.imports.reading}
      fraction={progress?.total ? progress.done / progress.total : null}
      {...(detail && { detail })}
      onCancel={state.cancel}
    />
  );
}
