/** What opens at a point of the chart: its figure, what was written there, and a line to write. */
import type { Explorer } from '../../../shared/contract/api/explorer.ts';
import type { ExplorerPoint } from '../../../shared/contract/api/explorer.ts';
import { addDays, endOf, isoOf } from '../../../shared/domain/time.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { dayOfIso, toPeriod } from '../../i18n/period.ts';
import { Button, sentence } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import { NoteForm } from './NoteForm.tsx';
import { NoteList } from './NoteList.tsx';
import css from './stage.module.css';
import type { Notes } from './useNotes.ts';

export interface PointSheetProps {
  readonly data: Explorer;
  readonly faces: Faces;
  readonly channel: string | null;
  readonly point: ExplorerPoint;
  /** How far into the point's period the press was, 0 to 1. */
  readonly share: number;
  /** No annotation is of a later day. */
  readonly lastDay: string;
  readonly notes: Notes;
  /** Absent where limits cannot begin at this point. */
  readonly onRestart?: (() => void) | undefined;
  readonly onMade: () => void;
  readonly onClose: () => void;
}

export function PointSheet(props: PointSheetProps) {
  const { data, faces, channel, point, share, lastDay, notes, onRestart, onMade, onClose } = props;
  const t = useT();
  const format = useFormat();
  const words = t.explorer.point;
  const period = { cadence: data.cadence, start: point.start };
  const end = isoOf(addDays(endOf(toPeriod(period)), -1));
  const here = data.annotations.flatMap((annotation, index) =>
    annotation.day >= point.start && annotation.day <= end ? [{ annotation, index }] : [],
  );
  const kpi = { id: data.kpi.id, name: format.local(data.kpi.name) };
  const on = channel === null ? null : { id: Number(channel), name: faces.channel(channel) ?? channel };
  return (
    <div className={css['sheet']}>
      <div className={css['sheetHead']}>
        <h2>{sentence(format.period(period, 'long'))}</h2>
        {point.value === null ? (
          <p className={css['grey']}>{words.nothing}</p>
        ) : (
          <p className={css['value']}>
            <strong>{format.value(point.value, data.kpi.unit)}</strong>
            <span className={css['grey']}>{format.words(data.kpi.unit)}</span>
          </p>
        )}
        {point.provisional === true && <p className={css['grey']}>{words.provisional}</p>}
        {point.thin === true && <p className={css['grey']}>{words.thin}</p>}
      </div>
      <div className={css['doings']}>
        {point.value !== null && (
          <Button kind="link" size="small" onClick={onMade}>
            {words.made}
          </Button>
        )}
        {onRestart !== undefined && (
          <Button kind="link" size="small" onClick={onRestart}>
            {words.restart}
          </Button>
        )}
      </div>
      {here.length > 0 && (
        <div className={css['line']}>
          <NoteList annotations={here} notes={notes} kpi={kpi} channel={on} />
        </div>
      )}
      {point.start <= lastDay && (
        <div className={css['line']}>
          <NoteForm
            start={{
              day: dayWithin(point.start, end, share, lastDay),
              text: '',
              kpi: kpi.id,
              channel: on?.id ?? null,
            }}
            kpi={kpi}
            channel={on}
            busy={notes.busy}
            error={notes.error}
            submit={t.explorer.note.add}
            onCancel={onClose}
            onSubmit={(draft) => notes.add(draft, onClose)}
          />
        </div>
      )}
    </div>
  );
}

/** The day under the pointer, no later than the last one that has been. */
function dayWithin(first: string, last: string, share: number, latest: string): string {
  const [from, to] = [dayOfIso(first), dayOfIso(last)];
  const day = isoOf(addDays(from, Math.floor(share * (to - from + 1))));
  return day > latest ? latest : day;
}
