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
        <Choice
          key={template.key}
          group={name}
          title={format.local(template.name)}
          count={t.common.kpis(template.kpis.length)}
          text={format.local(template.description)}
          kpis={template.kpis.map(nameOf).join(' · ')}
          checked={value === template.key}
          onChoose={() => onChange(template.key)}
        />
      ))}
      <Choice
        group={name}
        title={t.clients.noTemplate}
        text={t.clients.noTemplateText}
        checked={value === null}
        onChoose={() => onChange(null)}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly group: string;
  readonly title: string;
  readonly count?: string;
  readonly text: string;
  /** What it brings; shown once it is chosen. */
  readonly kpis?: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Choice({ group, title, count, text, kpis, checked, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div className={css['choice']}>
      <input
        id={id}
        type="radio"
        className={css['dot']}
        name={group}
        checked={checked}
        onChange={onChoose}
        aria-describedby={`${id}-text`}
      />
      <div className={css['words']}>
        <label htmlFor={id} className={css['name']}>
          {title} {count !== undefined && <span className={css['count']}>{count}</span>}
        </label>
        <p id={`${id}-text`} className={css['text']}>
          {text}
        </p>
        {checked && kpis !== undefined && <p className={css['kpis']}>{kpis}</p>}
      </div>
    </div>
  );
}
