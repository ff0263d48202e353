/** The bars over and under the sheet: which table, steps back and forth; what becomes of the reading. */
import { shortcut } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, FormNote, IconButton, Select } from '../../ui/index.ts';
import css from './mapping.module.css';
import type { Draft } from './useDraft.ts';

export interface ToolsProps {
  /** Tables of the file that can be read otherwise. */
  readonly tables: readonly string[];
  readonly table: string;
  readonly onTable: (table: string) => void;
  readonly draft: Draft;
}

export function MappingTools({ tables, table, onTable, draft }: ToolsProps) {
  const t = useT();
  return (
    <>
      {tables.length > 1 && (
        <Select
          label={t.mapping.table}
          icon="table"
          value={table}
          onChange={onTable}
          items={tables.map((name) => ({ value: name, label: name }))}
        />
      )}
      <IconButton
        icon="undo"
        label={`${t.mapping.undo} ${shortcut('Z')}`}
        disabled={draft.undo === null}
        onClick={() => draft.undo?.()}
      />
      <IconButton
        icon="redo"
        label={`${t.mapping.redo} ${shortcut('Z', 'ctrlShift')}`}
        disabled={draft.redo === null}
        onClick={() => draft.redo?.()}
      />
      <p className={css['hint']}>{t.mapping.hint}</p>
    </>
  );
}

export interface FootProps {
  /** Only the buttons fit; the way back is in the bar above. */
  readonly narrow: boolean;
  /** Read so, nothing would go in. */
  readonly none: boolean;
  readonly busy: boolean;
  /** It is read otherwise than guessed. */
  readonly guessable: boolean;
  readonly usable: boolean;
  readonly onBack: () => void;
  readonly onGuess: () => void;
  readonly onUse: () => void;
}

export function MappingFoot({ narrow, none, busy, guessable, usable, onBack, onGuess, onUse }: FootProps) {
  const t = useT();
  return (
    <>
      <FormNote>{narrow ? '' : none ? t.mapping.noFigures : t.mapping.future}</FormNote>
      {!narrow && (
        <Button kind="ghost" size="large" onClick={onBack}>
          {t.mapping.back}
        </Button>
      )}
      <Button size="large" disabled={busy || !guessable} onClick={onGuess}>
        {t.mapping.guessed}
      </Button>
      <Button
        kind="primary"
        size="large"
        {...(!narrow && { keys: shortcut(t.common.enterKey) })}
        busy={busy}
        disabled={!usable}
        onClick={onUse}
      >
        {t.mapping.use}
      </Button>
    </>
  );
}
