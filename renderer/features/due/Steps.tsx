/** Where to click for each export of a place, in the language of the window. */
import type { ExportGuideDto } from '../../../shared/contract/api/due.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import css from './due.module.css';

export interface StepsProps {
  readonly id: string;
  readonly guides: readonly ExportGuideDto[];
  readonly written: string;
}

export function Steps({ id, guides, written }: StepsProps) {
  const t = useT();
  const format = useFormat();
  return (
    <div id={id} className={css['steps']}>
      <div className={css['guides']}>
        {guides.map((guide) => (
          <section key={guide.id} aria-label={t.due.steps(format.local(guide.name))}>
            <h3>{format.local(guide.name)}</h3>
            <div className={css['address']}>{guide.address}</div>
            <ol>
              {guide.steps[format.language].map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            {guide.note && <p className={css['note']}>{format.local(guide.note)}</p>}
          </section>
        ))}
      </div>
      <p className={css['written']}>{t.due.written(format.date(written, 'medium'))}</p>
    </div>
  );
}
