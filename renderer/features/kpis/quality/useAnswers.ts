/** The dialog's state: what was pasted, where it goes, what stands there, and recording it as one action. */
import { useMemo, useState } from 'react';
import type { CallError } from '../../../api/index.ts';
import { asCallError, callOnce, useCall } from '../../../api/index.ts';
import { useClient, usePlace } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { toDto } from '../../../i18n/period.ts';
import { answersIn, surveyKpis, surveySetOf, tallySurvey } from '../../../../shared/domain/survey.ts';
import type { SurveyScale, SurveySet } from '../../../../shared/domain/survey.ts';
import type { Period } from '../../../../shared/domain/time.ts';
import { useToast } from '../../../ui/index.ts';
import {
  bestColumn,
  columnsOf,
  countsAfter,
  editsOf,
  lacking,
  nothingStands,
  standingOf,
} from './answers.ts';
import type { Mode } from './answers.ts';

export function useAnswers(asked: SurveySet, onDone: () => void) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const toast = useToast();
  const [text, setText] = useState('');
  const [scale, setScale] = useState<SurveyScale>(asked === 'recommend' ? 'nps' : 'five');
  const [picked, setPicked] = useState<number | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const [period, setPeriod] = useState<Period>(place.period);
  const [mode, setMode] = useState<Mode>('replace');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const kpis = useCall('kpis.list', { client: client.id });
  const catalogue = useCall('catalogue.get', {});
  const channels = useCall('channels.list', { client: client.id });
  const open = (channels.data ?? []).filter((one) => one.activeTo === null);
  const wished = Number(place.param('channel'));
  const channel = open.find((one) => one.id === (at ?? wished)) ?? open[0];
  const set = surveySetOf(scale);
  const columns = useMemo(() => columnsOf(text), [text]);
  const column = picked !== null && picked < columns.length ? picked : bestColumn(columns, scale);
  const tally = useMemo(() => tallySurvey(columns[column] ?? [], scale), [columns, column, scale]);
  const dto = toDto(period);
  const grid = useCall('figures.grid', {
    client: client.id,
    cadence: period.cadence,
    from: dto.start,
    periods: 1,
    all: true,
  });
  const standing = useMemo(() => {
    if (!grid.data || grid.isPlaceholderData || !channel) return nothingStands;
    const { rows } = grid.data;
    return standingOf(
      set,
      (key) => rows.find((row) => row.kpi === key && row.channel === String(channel.id))?.cells[0],
    );
  }, [grid.data, grid.isPlaceholderData, channel, set]);
  const after = countsAfter(tally, standing, standing.some ? mode : 'replace');
  const missing = lacking(set, kpis.data ?? []);
  const ready = tally.n > 0 && channel !== undefined && kpis.data !== undefined && !grid.isPlaceholderData;

  const undo = async (batch: number): Promise<void> => {
    try {
      await callOnce('imports.undo', { batch });
      toast({ text: t.quality.answers.undone });
    } catch (caught) {
      toast({ text: t.errors.codes[asCallError(caught).code].what });
    }
  };
  const record = async (): Promise<void> => {
    if (!ready || busy) return;
    setBusy(true);
    setError(null);
    try {
      const list =
        missing.length > 0
          ? await callOnce('kpis.add', { client: client.id, keys: [surveyKpis[set].result] })
          : kpis.data;
      const { batch } = await callOnce('figures.set', {
        client: client.id,
        label: t.quality.answers.label(tally.n),
        edits: editsOf(set, after, { channel: channel.id, period: dto }, list),
      });
      toast(
        batch === null
          ? { text: t.quality.answers.same }
          : {
              text: t.quality.answers.recorded(tally.n, channel.name, format.period(period, 'long')),
              undo: () => void undo(batch),
            },
      );
      onDone();
    } catch (caught) {
      setError(asCallError(caught));
      setBusy(false);
    }
  };

  const nameOf = (key: string): string => {
    const kpi = catalogue.data?.kpis.find((one) => one.key === key);
    return kpi ? format.local(kpi.name) : key;
  };
  return {
    text,
    setText,
    scale,
    setScale,
    set,
    columns,
    column,
    setColumn: setPicked,
    channels: channels.data === undefined ? undefined : open,
    channel,
    setChannel: setAt,
    period,
    setPeriod,
    mode,
    setMode,
    standing,
    tally,
    after,
    afterAll: answersIn(after),
    missing: missing.map(nameOf),
    nameOf,
    unitOf: (key: string) => catalogue.data?.kpis.find((one) => one.key === key)?.unit,
    ready,
    busy,
    error: error ?? kpis.error ?? channels.error ?? grid.error,
    record,
  };
}

export type Answers = ReturnType<typeof useAnswers>;
