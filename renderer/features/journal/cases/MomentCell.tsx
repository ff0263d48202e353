/** When a case was answered or resolved: one press says "now", another opens the time to correct it. */
import { useState } from 'react';
import { useAppState } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useLanguage, useT } from '../../../i18n/index.tsx';
import { Button, DateInput, Popover } from '../../../ui/index.ts';
import css from '../table.module.css';
import { momentNow, momentOf, partsOf, secondsBetween, shownMoment } from '../moments.ts';
import type { MomentParts } from '../moments.ts';
import { TimeInput } from '../TimeInput.tsx';

export interface MomentCellProps {
  /** What happened then, as a noun. */
  readonly what: string;
  /** Full name of the button that says it is now. */
  readonly mark: string;
  readonly opened: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

export function MomentCell({ what, mark, opened, value, onChange }: MomentCellProps) {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const { today } = useAppState();
  const [open, setOpen] = useState(false);
  if (value === null) {
    return (
      <Button size="small" className={css['act']} aria-label={mark} onClick={() => onChange(momentNow())}>
        {t.journal.list.now}
      </Button>
    );
  }
  const moment = shownMoment(value, today, language);
  const seconds = secondsBetween(opened, value);
  const shown = seconds === null ? moment : format.value(seconds, { kind: 'duration' });
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t.journal.moment.title(what)}
      trigger={
        <button
          type="button"
          className={css['moment']}
          aria-label={t.journal.list.change(what, shown, moment)}
          title={moment}
        >
          {shown}
        </button>
      }
    >
      <MomentEditor
        what={what}
        value={value}
        onSave={(next) => {
          setOpen(false);
          if (next !== value) onChange(next);
        }}
      />
    </Popover>
  );
}

function MomentEditor({
  what,
  value,
  onSave,
}: {
  readonly what: string;
  readonly value: string;
  readonly onSave: (value: string | null) => void;
}) {
  const t = useT();
  const [parts, setParts] = useState<MomentParts>(() => partsOf(value));
  const moment = momentOf(parts);
  return (
    <form
      className={css['editor']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (moment !== null) onSave(moment);
      }}
    >
      <DateInput label={what} value={parts.date} onChange={(date) => setParts({ ...parts, date })} />
      <TimeInput
        label={t.journal.fields.time}
        value={parts.time}
        onChange={(time) => setParts({ ...parts, time })}
      />
      <div className={css['editorFoot']}>
        <Button kind="ghost" size="small" onClick={() => onSave(null)}>
          {t.journal.moment.clear}
        </Button>
        <Button size="small" submit disabled={moment === null}>
          {t.journal.moment.save}
        </Button>
      </div>
    </form>
  );
}
