/** What to look at before the report goes out; each with the way to mend it. Checks use icons: shapes mean status. */
import { Link } from 'wouter';
import type { Attention } from '../../../shared/domain/attention.ts';
import type { ReportModel } from '../../../shared/domain/report.ts';
import { languages } from '../../../shared/domain/kpi.ts';
import { useClient, usePlace } from '../../app/index.ts';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { periodParam } from '../../i18n/period.ts';
import { Icon } from '../../ui/index.ts';
import { attentionText, mendHref, mendText } from '../deliveries/attention.ts';
import { checksOf } from './checks.ts';
import type { Check } from './checks.ts';
import css from './reports.module.css';

export interface ChecksProps {
  readonly model: ReportModel;
  /** What the delivery's rules found; undefined while it is being looked at. */
  readonly attention: readonly Attention[] | undefined;
  /** Sections written in the other language only. */
  readonly untranslated: readonly string[];
}

export function Checks({ model, attention, untranslated }: ChecksProps) {
  const t = useT();
  return (
    <section className={css['block']} aria-busy={attention === undefined}>
      <h2>{t.reports.before}</h2>
      <ul className={css['checks']}>
        {checksOf(model, attention).map((check) => (
          <li
            key={check.kind === 'attention' ? check.one.kind : check.kind}
            className={check.ok ? css['ok'] : css['warn']}
          >
            <Icon name={check.ok ? 'check' : 'warning'} />
            <CheckLine check={check} model={model} section={untranslated[0]} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function CheckLine({
  check,
  model,
  section,
}: {
  readonly check: Check;
  readonly model: ReportModel;
  readonly section: string | undefined;
}) {
  const t = useT();
  const reader = useLanguage();
  const client = useClient();
  const place = usePlace();
  const words = t.reports.checks;
  const line = (text: string, mend?: { readonly to: string; readonly text: string }) => (
    <>
      <span className={css['checkText']}>{text}</span>
      {mend !== undefined && <Link href={mend.to}>{mend.text}</Link>}
    </>
  );
  const setup = { to: place.href('setup'), text: words.add };
  switch (check.kind) {
    case 'attention': {
      const { one } = check;
      const { language } = model;
      const at = { client: client.id, period: periodParam(place.period), base: place.base, language };
      const to = mendHref(one, at, section);
      const text = mendText(one, t);
      return line(
        attentionText(one, language, t, reader),
        to === null || text === null ? undefined : { to, text },
      );
    }
    case 'coverage':
      return line(words.coverage(check.count));
    case 'targets':
      return line(words.targets);
    case 'noTargets':
      return line(words.noTargets(check.count), { to: place.href('kpis'), text: words.set });
    case 'notes':
      return line(words.notes);
    case 'logo':
      return line(words.logo);
    case 'noLogo':
      return line(words.noLogo, setup);
    case 'faint':
      return line(words.faint, { ...setup, text: words.look });
    case 'author':
      return line(words.author(model.preparedBy));
  }
}

/** The language a report is not in. */
export function otherLanguage(language: ReportModel['language']): ReportModel['language'] {
  return languages.find((one) => one !== language) ?? language;
}
