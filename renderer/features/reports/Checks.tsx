/** What to look at before the report goes out; each with the way to mend it. Checks use icons: shapes mean status. */
import { Link } from 'wouter';
import type { ReportModel } from '../../../shared/domain/report.ts';
import { usePlace } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Icon } from '../../ui/index.ts';
import { checksOf } from './checks.ts';
import type { Check } from './checks.ts';
import css from './reports.module.css';

export function Checks({ model }: { readonly model: ReportModel }) {
  const t = useT();
  return (
    <section className={css['block']}>
      <h2>{t.reports.before}</h2>
      <ul className={css['checks']}>
        {checksOf(model).map((check) => (
          <li key={check.kind} className={check.ok ? css['ok'] : css['warn']}>
            <Icon name={check.ok ? 'check' : 'warning'} />
            <CheckLine check={check} model={model} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function CheckLine({ check, model }: { readonly check: Check; readonly model: ReportModel }) {
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
    case 'logo':
      return line(words.logo);
    case 'noLogo':
      return line(words.noLogo, setup);
    case 'author':
      return line(words.author(model.preparedBy));
    case 'noAuthor':
      return line(words.noAuthor, { to: '/settings', text: words.add });
    case 'running':
      return line(words.running);
    case 'staleText': {
      const text = model.commentary.find((one) => one.changed > 0)?.section;
      return line(words.staleText(check.count), {
        to: place.href('reports', { lang: place.param('lang'), text }),
        text: words.look,
      });
    }
  }
}
