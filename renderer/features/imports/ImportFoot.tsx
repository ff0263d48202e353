/** The bar with the one button, and beside it what will happen when it is pressed. */
import type { ImportSession } from '../../../shared/contract/api/imports.ts';
import { shortcut } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, Icon } from '../../ui/index.ts';
import css from './ImportFoot.module.css';
import type { ImportState } from './useImport.ts';

export function ImportFoot({
  state,
  session,
}: {
  readonly state: ImportState;
  readonly session: ImportSession;
}) {
  const t = useT();
  const format = useFormat();
  const { files, counts } = session;
  const ready = files.filter(
    (file) =>
      file.included && !file.otherClient && (file.status === 'recognised' || file.status === 'mapped'),
  );
  const open = files.some((file) => file.included && file.status === 'needs-answers');
  const refused = files.some((file) => file.status === 'refused' || file.otherClient);
  const figures = counts.added + counts.changed;
  const detail = open
    ? t.imports.foot.open
    : ready.length > 0 && figures === 0
      ? counts.unchanged + counts.kept > 0
        ? t.imports.foot.nothingNew
        : t.imports.foot.noFigures
      : refused
        ? t.imports.foot.refusedListed
        : '';
  return (
    <>
      <p className={css['fate']} role="status">
        {ready.length > 0 ? (
          <span className={css['can']}>
            <Icon name="check" /> {t.imports.foot.can(ready.length, files.length)}
          </span>
        ) : (
          <span>{t.imports.foot.none}</span>
        )}
        <span className={css['detail']}>{detail}</span>
      </p>
      <Button kind="ghost" onClick={state.discard}>
        {t.common.cancel}
      </Button>
      <Button
        kind="primary"
        size="large"
        keys={shortcut(t.common.enterKey)}
        busy={state.busy}
        disabled={!session.ready}
        onClick={() => void state.commit()}
      >
        {figures === 1 ? t.imports.commitOne : t.imports.commit(format.number(figures, 0))}
      </Button>
    </>
  );
}
