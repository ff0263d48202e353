/** The panel beside the chart: how a number was made, what the rules say, definition, annotations. */
import { Link } from 'wouter';
import type { Explorer } from '../../../shared/contract/api/explorer.ts';
import type { Made as Making } from '../../../shared/contract/api/numbers.ts';
import { isoOf } from '../../../shared/domain/time.ts';
import { usePlace } from '../../app/index.ts';
import type { NumberTarget } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import { Course } from './Course.tsx';
import { DefinitionBreaks } from './DefinitionBreaks.tsx';
import css from './explorer.module.css';
import type { Finding } from './findings.ts';
import { Made } from './Made.tsx';
import { NoteList } from './NoteList.tsx';
import { Restart } from './Restart.tsx';
import type { ExplorerState } from './useExplorer.ts';
import type { Notes } from './useNotes.ts';

export interface BesideProps {
  readonly state: ExplorerState;
  readonly data: Explorer;
  readonly faces: Faces;
  readonly findings: readonly Finding[];
  readonly made: Making | undefined;
  readonly target: NumberTarget;
  readonly notes: Notes;
  readonly onRestart: (day: string) => void;
  readonly onTakeBack: (start: Explorer['limitStarts'][number]) => void;
  readonly onClose: () => void;
}

export function Beside(props: BesideProps) {
  const { state, data, faces, findings, made, target, notes } = props;
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const channel = state.channel === null ? null : String(state.channel.id);
  return (
    <div className={css['aside']}>
      {state.choice.at !== null && (
        <div className={css['backTo']}>
          <Button kind="link" size="small" onClick={() => place.set({ at: undefined }, { replace: true })}>
            {t.explorer.back(format.period(place.period, 'medium'))}
          </Button>
        </div>
      )}
      <Made made={made} target={target} onClose={props.onClose} />
      <Course data={data} findings={findings} />
      <Restart data={data} findings={findings} onRestart={props.onRestart} onTakeBack={props.onTakeBack} />
      <DefinitionBreaks
        key={data.kpi.id}
        data={data}
        faces={faces}
        change={made?.comparison?.change ?? null}
        channel={channel}
        day={isoOf(place.period.start)}
      />
      <section aria-label={t.explorer.note.title}>
        <h3 className={css['notesHead']}>{t.explorer.note.title}</h3>
        {data.annotations.length === 0 ? (
          <p className={css['grey']}>{t.explorer.note.none}</p>
        ) : (
          <NoteList
            annotations={data.annotations.map((annotation, index) => ({ annotation, index }))}
            notes={notes}
            kpi={{ id: data.kpi.id, name: format.local(data.kpi.name) }}
            channel={
              channel === null ? null : { id: Number(channel), name: faces.channel(channel) ?? channel }
            }
          />
        )}
      </section>
      <p className={css['links']}>
        <Link href={place.href('figures', { kpi: String(data.kpi.id) })}>{t.app.nav.figures}</Link>
        <Link href={place.href('kpis')}>{t.app.nav.kpis}</Link>
      </p>
    </div>
  );
}
