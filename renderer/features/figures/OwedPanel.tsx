/** Beside the grid: what is missing in a closed month, why a KPI is off, and what is no longer asked for. */
import { useState } from 'react';
import type { MissingItem, OwedNote } from '../../../shared/contract/api/figures.ts';
import { shiftPeriod } from '../../../shared/domain/time.ts';
import { callOnce, useCall } from '../../api/index.ts';
import { useClient } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { toDto, toPeriod } from '../../i18n/period.ts';
import { Button, Icon, IconButton, Select, StatusMark, useToast } from '../../ui/index.ts';
import { editLogOf } from './editLog.ts';
import { gapsText } from './missingWords.ts';
import css from './panels.module.css';
import { facesOf } from './useOwed.ts';
import type { Faces, MissingSpot, Owed } from './useOwed.ts';

/** Closed months one can look back at. */
const BACK = 12;

export interface OwedPanelProps {
  /** The newest closed month's: what the badge counts. */
  readonly owed: Owed | undefined;
  readonly onGo: (spot: MissingSpot) => void;
  readonly onWhy: (note: OwedNote) => void;
  readonly onClose: () => void;
}

export function OwedPanel({ owed: newest, onGo, onWhy, onClose }: OwedPanelProps) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const [back, setBack] = useState(0);
  const first = newest && toPeriod(newest.period);
  const earlier = useCall(
    'figures.owed',
    back === 0 || !first ? null : { client: client.id, period: toDto(shiftPeriod(first, -back)) },
  ).data;
  const owed = back === 0 ? newest : earlier;
  const words = t.figures.owed;
  if (!newest || !first) return null;
  const faces = facesOf(owed ?? newest);
  const open = owed?.notes.filter((note) => note.text === null) ?? [];
  const written = owed?.notes.filter((note) => note.text !== null) ?? [];
  return (
    <section className={css['panel']} aria-label={words.title}>
      <header className={css['bar']}>
        <h2>{words.title}</h2>
        <Select
          label={words.period}
          look="bar"
          value={String(back)}
          onChange={(value) => setBack(Number(value))}
          items={Array.from({ length: BACK }, (_, i) => ({
            value: String(i),
            label: format.period(shiftPeriod(first, -i), 'medium'),
          }))}
        />
        <IconButton icon="close" label={t.common.close} onClick={onClose} />
      </header>
      <h3>{owed?.count === 0 ? t.figures.noneMissing : words.missing(owed?.count ?? 0)}</h3>
      {owed && owed.missing.length === 0 && <p className={css['quiet']}>{words.nothing}</p>}
      <ul className={css['list']}>
        {owed?.missing.map((item) => (
          <Missing key={`${item.kpi} ${item.channel}`} item={item} faces={faces} onGo={onGo} />
        ))}
      </ul>
      {owed && owed.notes.length > 0 && (
        <>
          <h3>{words.notes(open.length)}</h3>
          <p className={css['quiet']}>{words.whyAsked}</p>
          <ul className={css['list']}>
            {[...open, ...written].map((note) => (
              <Off
                key={`${note.kpi} ${note.channel ?? ''}`}
                note={note}
                faces={faces}
                onWhy={back === 0 ? onWhy : null}
              />
            ))}
          </ul>
        </>
      )}
      {owed && owed.unasked.length > 0 && (
        <>
          <h3>{words.unasked}</h3>
          <ul className={css['list']}>
            {owed.unasked.map((one) => (
              <Unasked key={`${one.kpi} ${one.channel}`} one={one} faces={faces} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface WithFaces {
  readonly faces: Faces;
}

function useNames({ faces }: WithFaces) {
  const t = useT();
  const { local } = useFormat();
  return (kpi: string, channel: string | null): readonly [string, string] => {
    const face = faces.kpi(kpi);
    return [
      face ? local(face.name) : kpi,
      channel === null ? t.figures.all : (faces.channel(channel)?.name ?? channel),
    ];
  };
}

function Missing({
  item,
  faces,
  onGo,
}: WithFaces & { readonly item: MissingItem; readonly onGo: (spot: MissingSpot) => void }) {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const client = useClient();
  const toast = useToast();
  const names = useNames({ faces });
  const words = t.figures.owed;
  const [name, channel] = names(item.kpi, item.channel);
  const kpi = faces.kpi(item.kpi)?.id;
  const [start] = item.starts;
  if (kpi === undefined || start === undefined) return null;
  const place = { client: client.id, kpi, channel: Number(item.channel) };
  const stop = async (): Promise<void> => {
    const { before } = await callOnce('figures.ask', { ...place, since: start });
    toast({
      text: words.stopped(name, channel),
      undo: () => void callOnce('figures.ask', { ...place, since: before }),
    });
  };
  const state = (): void => {
    const log = editLogOf(client.id);
    const label = t.figures.did.stated(item.starts.length);
    void log.write(
      item.starts.map((at) => ({
        kpi,
        channel: place.channel,
        cadence: item.cadence,
        start: at,
        value: 'na' as const,
        text: 'n/a',
      })),
      label,
    );
    toast({ text: `${name}, ${channel}: ${label}`, undo: () => void log.undo() });
  };
  return (
    <li className={css['item']}>
      <button type="button" className={css['go']} onClick={() => onGo({ item, start })}>
        <span className={css['name']}>
          {name} <span className={css['quiet']}>{channel}</span>
        </span>
        <span className={css['quiet']}>
          {gapsText(item, format.calendar, language)} · {words.recorded(item.recorded, item.expected)}
        </span>
      </button>
      <span className={css['acts']}>
        <Button size="small" kind="ghost" onClick={state} title={words.naHint(name, channel)}>
          {t.figures.na}
        </Button>
        <Button size="small" kind="ghost" onClick={() => void stop()} title={words.stopHint(name, channel)}>
          {words.stop}
        </Button>
      </span>
    </li>
  );
}

function Off({
  note,
  faces,
  onWhy,
}: WithFaces & { readonly note: OwedNote; readonly onWhy: ((note: OwedNote) => void) | null }) {
  const t = useT();
  const format = useFormat();
  const [name, channel] = useNames({ faces })(note.kpi, note.channel);
  const unit = faces.kpi(note.kpi)?.unit;
  const inner = (
    <>
      <span className={css['name']}>
        <StatusMark status="off" faint={note.text !== null} />
        {name} <span className={css['quiet']}>{channel}</span>
      </span>
      <span className={css['quiet']}>
        {unit && note.value !== null && `${format.value(note.value, unit)}, `}
        {unit && format.goal(note.judgement, unit)}
      </span>
      <span className={note.text === null ? css['ask'] : css['text']}>
        {note.text ?? (
          <>
            <Icon name="note" /> {t.figures.owed.writeOne}
          </>
        )}
      </span>
    </>
  );
  return (
    <li className={css['item']}>
      {onWhy ? (
        <button type="button" className={css['go']} onClick={() => onWhy(note)}>
          {inner}
        </button>
      ) : (
        <div className={css['go']}>{inner}</div>
      )}
    </li>
  );
}

function Unasked({ one, faces }: WithFaces & { readonly one: Owed['unasked'][number] }) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const [name, channel] = useNames({ faces })(one.kpi, one.channel);
  const kpi = faces.kpi(one.kpi)?.id;
  return (
    <li className={css['item']}>
      <span className={css['go']}>
        <span className={css['name']}>
          {name} <span className={css['quiet']}>{channel}</span>
        </span>
        <span className={css['quiet']}>{t.figures.owed.since(format.date(one.since, 'medium'))}</span>
      </span>
      <Button
        size="small"
        kind="ghost"
        onClick={() => {
          if (kpi !== undefined)
            void callOnce('figures.ask', {
              client: client.id,
              kpi,
              channel: Number(one.channel),
              since: null,
            });
        }}
      >
        {t.figures.owed.again}
      </Button>
    </li>
  );
}
