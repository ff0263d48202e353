/** Which template a new client begins with, or none. */
import { useId } from 'react';
import type { CatalogueDto } from '../../../shared/contract/api/kpis.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import css from './TemplateChoice.module.css';

export interface TemplateChoiceProps {
  readonly templates: CatalogueDto['templates'];
  readonly kpis: CatalogueDto['kpis'];
  readonly value: string | null;
  readonly onChange: (key: string | null) => void;
}

export function TemplateChoice({ templates, kpis, value, onChange }: TemplateChoiceProps) {
  const t = useT();
  const format = useFormat();
  const name = useId();
  const nameOf = (key: string): string => {
    const kpi = kpis.find((k) => k.key === key);
    return kpi ? format.local(kpi.name) : key;
  };
  return (
    <div role="radiogroup" aria-label={t.clients.templates} className={css['list']}>
      {templates.map((template) => (
        <label key={template.key} className={css['choice']}>
          <input type="radio" className={css['dot']} name={name} checked={value === template.key} onChange={() => onChange(template.key)} />
          <span className={css['words']}>
            <span className={css['name']}>
              {format.local(template.name)} <span className={css['count']}>{t.common.kpis(template.kpis.length)}</span>
            </span>
            <span className={css['text']}>{format.local(template.description)}</span>
            {value === template.key && <span className={css['kpis']}>{template.kpis.map(nameOf).join(' · ')}</span>}
          </span>
        </label>
      ))}
      <label className={css['choice']}>
        <input type="radio" className={css['dot']} name={name} checked={value === null} onChange={() => onChange(null)} />
        <span className={css['words']}>
          <span className={css['name']}>{t.clients.noTemplate}</span>
          <span className={css['text']}>{t.clients.noTemplateText}</span>
        </span>
      </label>
    </div>
  );
}
