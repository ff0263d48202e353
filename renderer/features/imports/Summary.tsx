/** Consequences before the button: what goes in, whether it adds up, and which numbers it moves. */
import type { ReactNode } from 'react';
import type { ImportSession } from '../../../shared/contract/api/imports.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Icon } from '../../ui/index.ts';
import css from './Summary.module.css';
import { useKpiFaces } from './useKpiFaces.ts';

/** New KPIs named; the rest is counted. */
const MANY = 6;

export function Summary({ session }: { readonly session: ImportSession }) {
  const t = useT();
  const format = useFormat();
  const { counts } = session;
  const line = (label: ReactNode, count: number): ReactNode => (
    <>
      <dt>{label}</dt>
      <dd>{format.number(count, 0)}</dd>
    </>
  );
  return (
    // It scrolls by itself, for the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={css['panel']} aria-label={t.imports.does.title} tabIndex={0}>
      <div className={css['part']}>
        <h2>{t.imports.does.title}</h2>
        <dl className={css['facts']}>
          {line(t.imports.does.added, counts.added)}
          {line(t.imports.does.changed, counts.changed)}
          {counts.kept > 0 && line(t.imports.does.kept, counts.kept)}
          {counts.refused > 0 && line(t.imports.does.refused, counts.refused)}
          {line(<span className={css['quiet']}>{t.imports.does.unchanged}</span>, counts.unchanged)}
        </dl>
        {session.newChannels.length > 0 && (
          <p className={css['note']}>
            {t.imports.does.newChannels(session.newChannels.length)}: <b>{session.newChannels.join(', ')}</b>
          </p>
        )}
        {session.newKpis.length > 0 && (
          <p className={css['note']}>
            {t.imports.does.newKpis(session.newKpis.length)}:{' '}
            {session.newKpis.slice(0, MANY).map((key, i) => (
              <span key={key}>
                {i > 0 && ', '}
                <KpiName kpi={key} />
              </span>
            ))}
            {session.newKpis.length > MANY && t.imports.does.more(session.newKpis.length - MANY)}.{' '}
            <span className={css['quiet']}>{t.imports.does.kpisKept}</span>
          </p>
        )}
      </div>
      <div className={css['part']}>
        <h2>{t.imports.checks.title}</h2>
        {session.checks.length === 0 ? (
          <p className={css['quiet']}>{t.imports.checks.none}</p>
        ) : (
          <ul>
            {session.checks.slice(0, 6).map((check) => (
              <CheckLine key={`${check.kpi} ${check.where}`} check={check} />
            ))}
          </ul>
        )}
      </div>
      {session.effect && <Effect effect={session.effect} />}
      <p className={css['ledger']}>
        <Icon name="undo" />
        {t.imports.ledger}
      </p>
    </section>
  );
}

function KpiName({ kpi }: { readonly kpi: string }) {
  const format = useFormat();
  const face = useKpiFaces(kpi);
  return <>{face ? format.local(face.name) : kpi}</>;
}

function CheckLine({ check }: { readonly check: ImportSession['checks'][number] }) {
  const t = useT();
  const format = useFormat();
  const face = useKpiFaces(check.kpi);
  const name = face ? format.local(face.name) : check.kpi;
  const value = (number: number): string =>
    face ? format.value(number, face.unit) : format.number(number, 0);
  return (
    <li className={css['check']}>
      <span className={check.agrees ? css['good'] : css['bad']}>
        <Icon name={check.agrees ? 'check' : 'warning'} />
      </span>
      <span>
        {check.agrees ? t.imports.checks.agrees(name) : t.imports.checks.differs(name, value(check.summed))}
        {!check.agrees && (
          <span className={css['quiet']}> {t.imports.checks.differsText(value(check.stated))}</span>
        )}
      </span>
      {check.agrees && <span className={css['quiet']}>{value(check.stated)}</span>}
    </li>
  );
}

function Effect({ effect }: { readonly effect: NonNullable<ImportSession['effect']> }) {
  const t = useT();
  const format = useFormat();
  return (
    <div className={css['part']}>
      <h2>{t.imports.effect.title(format.period(effect.period, 'long'))}</h2>
      <dl className={css['facts']}>
        {effect.coverage.after !== effect.coverage.before && (
          <>
            <dt>{t.imports.effect.coverage}</dt>
            <dd>
              {effect.coverage.before && <s>{effect.coverage.before}</s>} {effect.coverage.after}
            </dd>
          </>
        )}
        {effect.rows.map((row) => (
          <EffectLine key={row.kpi} row={row} />
        ))}
      </dl>
      {effect.rows.length === 0 && <p className={css['quiet']}>{t.imports.effect.nothing}</p>}
    </div>
  );
}

function EffectLine({ row }: { readonly row: NonNullable<ImportSession['effect']>['rows'][number] }) {
  const format = useFormat();
  const face = useKpiFaces(row.kpi);
  const value = (number: number): string =>
    face ? format.value(number, face.unit) : format.number(number, 1);
  return (
    <>
      <dt>{face ? format.local(face.name) : row.kpi}</dt>
      <dd>
        {row.before !== null && <s>{value(row.before)}</s>} {row.after !== null && value(row.after)}
      </dd>
    </>
  );
}
