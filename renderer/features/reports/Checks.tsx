/** What to look at before the report goes out; each with the way to mend it. Checks use icons: shapes mean status. */
import { Link } from 'wouter';
import type { ReportModel } from '../../../shared/domain/report.ts';
import { languages } from '../../../shared/domain/kpi.ts';
import { usePlace } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Icon } from '../../ui/index.ts';
import { checksOf, offWithoutNote } from './checks.ts';
import type { Check } from './checks.ts';
import css from './reports.module.css';

export interface ChecksProps {
  readonly model: ReportModel;
  /** Sections written in the other language only. */
  readonly untranslated: readonly string[];
}

export function Checks({ model, untranslated }: ChecksProps) {
  const t = useT();
  return (
    <section className={css['block']}>
      <h2>{t.reports.before}</h2>
      <ul className={css['checks']}>
        {checksOf(model, untranslated.length).map((check) => (
          <li key={check.kind} className={check.ok ? css['ok'] : css['warn']}>
            <Icon name={check.ok ? 'check' : 'warning'} />
            <CheckLine check={check} model={model} untranslated={untranslated} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function CheckLine({ check, model, untranslated }: ChecksProps & { readonly check: Check }) {
  const t = useT();
  const place = usePlace();
  const words = t.reports.checks;
  const line = (text: string, mend?: { readonly to: string; readonly text: string }) => (
    <>
      <span className={css['checkText']}>{text}</span>
      {mend !== undefined && <Link href={mend.to}>{mend.text}</Link>}
    </>
  );
  const setup = { to: place.href('setup'), text: words.add };
  const lang = place.param('lang');
  switch (check.kind) {
    case 'coverage':
      return line(words.coverage(check.count));
    case 'low':
      return line(words.low(check.count), { to: place.href('figures'), text: words.fill });
    case 'missing':
      return line(words.missing(check.count), { to: place.href('figures'), text: words.fill });
    case 'targets':
      return line(words.targets);
    case 'noTargets':
      return line(words.noTargets(check.count), { to: place.href('kpis'), text: words.set });
    case 'notes':
      return line(words.notes);
    case 'noNotes': {
      const [name] = offWithoutNote(model);
      return line(check.count === 1 && name !== undefined ? words.noNote(name) : words.noNotes(check.count), {
        to: place.href('scorecard'),
        text: words.write,
      });
    }
    case 'logo':
      return line(words.logo);
    case 'noLogo':
      return line(words.noLogo, setup);
    case 'faint':
      return line(words.faint, { ...setup, text: words.look });
    case 'author':
      return line(words.author(model.preparedBy));
    case 'noAuthor':
      return line(words.noAuthor, { to: '/settings', text: words.add });
    case 'running':
      return line(words.running);
    case 'staleText': {
      const text = model.commentary.find((one) => one.changed > 0)?.section;
      return line(words.staleText(check.count), {
        to: place.href('reports', { lang, text }),
        text: words.look,
      });
    }
    case 'translation':
      return line(words.translation(check.count), {
        to: place.href('reports', { lang: model.language, text: untranslated[0] }),
        text: words.write,
      });
  }
}

/** The language a report is not in. */
export function otherLanguage(language: ReportModel['language']): ReportModel['language'] {
  return languages.find((one) => one !== language) ?? language;
}
