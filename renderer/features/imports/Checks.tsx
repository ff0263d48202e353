/**
 * Rows added up against the totals the files state themselves. Agreement is a line with its list; a disagreement
 * stands first (`loud`), with both figures and their difference. It never blocks: the rows are the data.
 */
import type { ImportSession } from '../../../shared/contract/imports/session.ts';
import { useT } from '../../i18n/index.tsx';
import { Icon } from '../../ui/index.ts';
import { EffectPart, EffectWarning, Fact, Facts } from '../preview/index.ts';
import { useBook } from './book.tsx';
import css from './Summary.module.css';
import { whereText } from './words.ts';

/** So many stand open; a file wrong in every column says the rest on demand. */
const LOUD = 3;
type Check = ImportSession['checks'][number];

export function Checks({
  session,
  loud = false,
}: {
  readonly session: ImportSession;
  readonly loud?: boolean;
}) {
  const t = useT();
  const { checks } = session;
  const bad = checks.filter((check) => !check.agrees && !check.wider);
  const wider = checks.filter((check) => !check.agrees && check.wider);
  const good = checks.filter((check) => check.agrees);
  if (loud) {
    if (bad.length === 0) return null;
    return (
      <EffectWarning title={t.imports.checks.title} role="alert" className={css['disagree']}>
        <p>
          <b>{t.imports.checks.disagree(bad.length, checks.length)}</b>
        </p>
        <ul>
          {bad.slice(0, LOUD).map((check) => (
            <Disagreement key={keyOf(check)} check={check} session={session} />
          ))}
        </ul>
        {bad.length > LOUD && (
          <details className={css['details']}>
            <summary>{t.imports.file.more(bad.length - LOUD)}</summary>
            <ul>
              {bad.slice(LOUD).map((check) => (
                <Disagreement key={keyOf(check)} check={check} session={session} />
              ))}
            </ul>
          </details>
        )}
        <p className={css['quiet']}>{t.imports.checks.goesOn}</p>
      </EffectWarning>
    );
  }
  return (
    <EffectPart title={t.imports.checks.title}>
      {checks.length === 0 ? (
        <p className={css['quiet']}>{t.imports.checks.none}</p>
      ) : (
        <>
          {good.length > 0 && (
            <p className={css['agree']}>
              <Icon name="check" /> {t.imports.checks.agree(good.length, checks.length)}
            </p>
          )}
          {good.length > 0 && (
            <details className={css['details']}>
              <summary>{t.imports.checks.list}</summary>
              <ul>
                {good.map((check) => (
                  <Agreement key={keyOf(check)} check={check} session={session} />
                ))}
              </ul>
            </details>
          )}
          {wider.length > 0 && (
            <details className={css['details']}>
              <summary>{t.imports.checks.wider(wider.length)}</summary>
              <p className={css['quiet']}>{t.imports.checks.widerText}</p>
              <ul>
                {wider.map((check) => (
                  <Disagreement key={keyOf(check)} check={check} session={session} />
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </EffectPart>
  );
}

const keyOf = (check: Check): string => `${check.file} ${check.kpi} ${check.where}`;

interface LineProps {
  readonly check: Check;
  readonly session: ImportSession;
}

function useCheck({ check, session }: LineProps) {
  const t = useT();
  const book = useBook();
  const file = session.files.find((one) => one.id === check.file);
  const client = file?.owner.client ?? null;
  return {
    name: book.kpiName(client, check.kpi),
    where: [session.files.length > 1 ? file?.name : undefined, whereText(t, check.where, file?.name ?? '')]
      .filter(Boolean)
      .join(', '),
    stated: book.value(client, check.kpi, check.stated),
    summed: book.value(client, check.kpi, check.summed),
    difference: book.value(client, check.kpi, check.summed - check.stated, true),
  };
}

function Agreement(props: LineProps) {
  const { name, stated, where } = useCheck(props);
  return (
    <li className={css['check']}>
      <span>
        {name}
        <span className={css['where']}>{where}</span>
      </span>
      <span className={css['figure']}>{stated}</span>
    </li>
  );
}

function Disagreement(props: LineProps) {
  const t = useT();
  const { name, stated, summed, difference, where } = useCheck(props);
  return (
    <li className={css['bad']}>
      <b>{name}</b>
      <Facts className={css['tight']}>
        <Fact term={t.imports.checks.stated}>{stated}</Fact>
        <Fact term={t.imports.checks.summed}>{summed}</Fact>
        <Fact term={t.imports.checks.difference}>{difference}</Fact>
      </Facts>
      <span className={css['where']}>{where}</span>
    </li>
  );
}
