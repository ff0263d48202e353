/** The bar with the one button, and beside it what will happen when it is pressed. */
import type { ImportSession } from '../../../shared/contract/imports/session.ts';
import type { Catalogue } from '../../i18n/en/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { TakeFoot } from '../preview/index.ts';
import { standingOf } from './fate.ts';
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
  const ready = files.filter((file) => standingOf(file) === 'ready');
  const figures = counts.added + counts.changed;
  const cases = ready.some((file) => file.cases > 0);
  // Nothing in them is new: they can be read, and there is nothing to take in.
  const idle = ready.length > 0 && figures === 0 && !session.ready;
  return (
    <TakeFoot
      can={ready.length > 0 && !idle ? t.imports.foot.can(ready.length, files.length) : null}
      cannot={ready.length === 0 ? t.imports.foot.none : null}
      detail={detailOf(t, session, (n) => format.number(n, 0))}
      leave={{ text: t.common.cancel, disabled: state.importing, press: state.discard }}
      take={{
        text: state.importing ? t.imports.importing : takeText(t, figures, cases, format.number(figures, 0)),
        busy: state.busy,
        disabled: !session.ready,
        press: state.commit,
      }}
    />
  );
}

function takeText(t: Catalogue, figures: number, cases: boolean, count: string): string {
  if (figures === 0) return t.imports.commitNone;
  if (cases) return t.imports.commitEntries(count);
  return figures === 1 ? t.imports.commitOne : t.imports.commit(count);
}

/** The one thing worth saying beside the button. */
function detailOf(t: Catalogue, { files, counts }: ImportSession, count: (n: number) => string): string {
  const standings = files.map(standingOf);
  const ready = files.filter((file) => standingOf(file) === 'ready');
  const sum = (of: (file: ImportSession['files'][number]) => number): number =>
    ready.reduce((n, file) => n + of(file), 0);
  const words = t.imports.foot;
  if (standings.includes('whose')) return words.whose;
  if (standings.includes('asks')) return words.open;
  if (ready.length === 0 && standings.includes('returned')) return t.returns.card.foot;
  if (ready.length > 0 && counts.added + counts.changed === 0) {
    if (counts.unchanged + counts.kept > 0) return words.nothingNew;
    const items = sum((file) => file.items);
    const cases = sum((file) => file.cases);
    if (items === 0 && cases === 0) return words.noFigures;
    return [items > 0 && words.items(count(items)), cases > 0 && words.cases(count(cases))]
      .filter(Boolean)
      .join(' ');
  }
  return standings.some((standing) => standing === 'refused' || standing === 'blocked')
    ? words.refusedListed
    : '';
}
