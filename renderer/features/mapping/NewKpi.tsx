/** A KPI the client lacks, made for a column or a name in the rows. It is stored with the import. */
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import type { DraftKpi, ImportSession } from '../../../shared/contract/imports/session.ts';
import { foldWords } from '../../../shared/domain/catalogue.ts';
import { directions, languages, unitKinds } from '../../../shared/domain/kpi.ts';
import type { UnitKind } from '../../../shared/domain/kpi.ts';
import { asCallError, callOnce } from '../../api/index.ts';
import type { CallError } from '../../api/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import {
  Button,
  ErrorPanel,
  Field,
  NumberInput,
  Segmented,
  Select,
  sentence,
  TextInput,
} from '../../ui/index.ts';
import type { AsideProps, Purpose } from './Aside.tsx';
import css from './aside.module.css';

type OverTime = DraftKpi['timeAggregation'];
const overTimes = ['sum', 'last', 'mean'] as const satisfies readonly OverTime[];
const plain = { kind: 'number' } as const;

/** Counts and money add up; of shares, times and ratings the mean is the nearest thing without what they are made of. */
const addsUp = (unit: UnitKind): boolean => unit === 'count' || unit === 'money';

const kindOf = (purpose: Purpose): UnitKind => {
  const name = purpose.kind === 'column' ? purpose.column.header : purpose.label;
  if (name.includes('%')) return 'percent';
  return /[€$£¥]|\b(?:eur|usd|gbp)\b/i.test(name) ? 'money' : 'count';
};

interface NewKpiProps extends AsideProps {
  readonly purpose: Purpose;
  readonly onCancel: () => void;
  readonly onMade: (key: string, unit: UnitKind) => void;
}

export function NewKpi({ purpose, session, owner, kpis, onSession, onCancel, onMade }: NewKpiProps) {
  const t = useT();
  const format = useFormat();
  const reader = useLanguage();
  const words = t.mapping.newKpi;
  const given = (purpose.kind === 'column' ? purpose.column.header : purpose.label)
    .replace(/\s*\([%€$£¥]\)\s*$/, '')
    .trim();
  const [name, setName] = useState({ en: '', es: '', [reader]: given });
  const [unit, setUnit] = useState<UnitKind>(() => kindOf(purpose));
  const [scale, setScale] = useState(5);
  const [overTime, setOverTime] = useState<OverTime>(() => (addsUp(kindOf(purpose)) ? 'sum' : 'mean'));
  const [direction, setDirection] = useState<DraftKpi['direction']>('up');
  const [kra, setKra] = useState('community_engagement');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const [en, es] = [name.en.trim(), name.es.trim()];
  const own = name[reader].trim() || en || es;
  const taken = own !== '' && kpis.items.some((item) => foldWords(item.label) === foldWords(own));
  const wrong = taken ? words.nameTaken : tried && own === '' ? words.nameNeeded : undefined;

  const submit = async (): Promise<void> => {
    setTried(true);
    if (own === '' || taken || owner === null || busy) return;
    setBusy(true);
    setError(null);
    const kpi: DraftKpi = {
      name: { en: en || es, es: es || en },
      unit: { kind: unit, ...(unit === 'rating' && { of: scale }) },
      direction,
      timeAggregation: overTime,
      channelAggregation: addsUp(unit) ? 'sum' : 'mean',
      kra,
    };
    try {
      const made: { readonly key: string; readonly session: ImportSession } = await callOnce(
        'imports.draftKpi',
        {
          session: session.session,
          client: owner,
          kpi,
        },
      );
      onSession(made.session);
      onMade(made.key, unit);
    } catch (thrown) {
      setError(asCallError(thrown));
      setBusy(false);
    }
  };
  const order = reader === 'es' ? languages.toReversed() : languages;

  return (
    <form
      className={css['part']}
      aria-label={words.title}
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div>
        <h2>{words.title}</h2>
        <p className={css['quiet']}>{words.text}</p>
      </div>
      {error && <ErrorPanel error={error} inline />}
      {order.map((language, i) => (
        <TextInput
          key={language}
          label={words.name[language]}
          takesFocus={i === 0}
          optional={i > 0}
          maxLength={80}
          value={name[language]}
          onChange={(text) => setName({ ...name, [language]: text })}
          {...(i === 0 && wrong !== undefined && { error: wrong })}
        />
      ))}
      <Field label={words.unit}>
        {({ id, labelId }) => (
          <Select
            id={id}
            labelledBy={labelId}
            look="form"
            value={unit}
            onChange={(next) => {
              setUnit(next);
              if (overTime !== 'last') setOverTime(addsUp(next) ? 'sum' : 'mean');
            }}
            items={unitKinds.map((value) => ({ value, label: sentence(t.kpis.units[value]) }))}
          />
        )}
      </Field>
      {unit === 'rating' && (
        <NumberInput
          label={words.of}
          unit={plain}
          value={scale}
          onChange={(value) => typeof value === 'number' && value > 0 && setScale(value)}
        />
      )}
      <Field label={words.overTime}>
        {({ id, labelId }) => (
          <Select
            id={id}
            labelledBy={labelId}
            look="form"
            value={overTime}
            onChange={setOverTime}
            items={overTimes.map((value) => ({ value, label: sentence(words.overTimes[value]) }))}
          />
        )}
      </Field>
      <Field label={words.direction}>
        {() => (
          <Segmented
            fill
            label={words.direction}
            value={direction}
            onChange={setDirection}
            items={directions.map((value) => ({ value, label: sentence(words.directions[value]) }))}
          />
        )}
      </Field>
      <Field label={words.kra}>
        {({ id, labelId }) => (
          <Select
            id={id}
            labelledBy={labelId}
            look="form"
            value={kra}
            onChange={setKra}
            items={kpis.kras.map((one) => ({ value: one.key, label: format.local(one.name) }))}
          />
        )}
      </Field>
      <div className={css['buttons']}>
        <Button kind="ghost" onClick={onCancel}>
          {t.common.cancel}
        </Button>
        <Button submit busy={busy}>
          {words.create}
        </Button>
      </div>
    </form>
  );
}
