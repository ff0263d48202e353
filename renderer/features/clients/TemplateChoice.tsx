/** What a new client begins with: a template, another client's set-up, or nothing; each says what it brings. */
import { useId } from 'react';
import type { CatalogueDto } from '../../../shared/contract/api/kpis.ts';
import { useCall } from '../../api/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { networkName } from '../../i18n/networks.ts';
import { Select } from '../../ui/index.ts';
import { Choice, Choices } from './Choice.tsx';
import css from './TemplateChoice.module.css';

/** `null`: nothing; a client's number: its set-up. */
export type Beginning = { readonly template: string } | { readonly copy: number } | null;

export interface TemplateChoiceProps {
  readonly catalogue: CatalogueDto;
  readonly clients: readonly { readonly id: number; readonly name: string }[];
  readonly value: Beginning;
  readonly onChange: (value: Beginning) => void;
}

export function TemplateChoice({ catalogue, clients, value, onChange }: TemplateChoiceProps) {
  const t = useT();
  const format = useFormat();
  const name = useId();
  const [first] = clients;
  const copied = value !== null && 'copy' in value ? value.copy : null;
  return (
    <Choices label={t.clients.templates}>
      {catalogue.templates.map((template) => (
        <Choice
          key={template.key}
          group={name}
          title={format.local(template.name)}
          count={t.common.kpis(template.kpis.length)}
          text={format.local(template.description)}
          checked={value !== null && 'template' in value && value.template === template.key}
          onChoose={() => onChange({ template: template.key })}
        >
          <TemplatePreview template={template} kpis={catalogue.kpis} />
        </Choice>
      ))}
      {first !== undefined && (
        <Choice
          group={name}
          title={t.clients.copyChoice}
          text={t.clients.copyChoiceText}
          checked={copied !== null}
          onChoose={() => onChange({ copy: first.id })}
        >
          <Select
            look="form"
            label={t.clients.copyFrom}
            value={String(copied ?? first.id)}
            onChange={(id) => onChange({ copy: Number(id) })}
            items={clients.map((client) => ({ value: String(client.id), label: client.name }))}
          />
          <ClientPreview client={copied ?? first.id} />
        </Choice>
      )}
      <Choice
        group={name}
        title={t.clients.noTemplate}
        text={t.clients.noTemplateText}
        checked={value === null}
        onChoose={() => onChange(null)}
      />
    </Choices>
  );
}

/** The headlines with why they count, then the rest by name; how often each is recorded. */
function TemplatePreview({
  template,
  kpis,
}: {
  readonly template: CatalogueDto['templates'][number];
  readonly kpis: CatalogueDto['kpis'];
}) {
  const t = useT();
  const format = useFormat();
  const byKey = new Map(kpis.map((kpi) => [kpi.key, kpi]));
  const rest = template.kpis.slice(template.headlines.length).flatMap((key) => byKey.get(key) ?? []);
  return (
    <div className={css['preview']}>
      <p className={css['heading']}>{t.clients.headlines}</p>
      <dl className={css['headlines']}>
        {template.headlines.map(({ kpi: key, why }) => {
          const kpi = byKey.get(key);
          if (kpi === undefined) return null;
          return (
            <div key={key}>
              <dt>
                {format.local(kpi.name)}
                <span className={css['meta']}>
                  {t.clients.cadences[kpi.cadence]} · {t.clients.shapes[kpi.target.kind]}
                </span>
              </dt>
              <dd>{format.local(why)}</dd>
            </div>
          );
        })}
      </dl>
      <p className={css['heading']}>{t.clients.besides}</p>
      <p className={css['rest']}>{rest.map((kpi) => format.local(kpi.name)).join(' · ')}</p>
      <p className={css['heading']}>{t.clients.usualChannels}</p>
      <p className={css['rest']}>{template.channels.map((key) => networkName(t, key)).join(' · ')}</p>
    </div>
  );
}

/** What another client's set-up brings: its KPIs on the scorecard and its channels, by name. */
function ClientPreview({ client }: { readonly client: number }) {
  const t = useT();
  const format = useFormat();
  const kpis = (useCall('kpis.list', { client }).data ?? []).filter((kpi) => kpi.shown);
  const channels = useCall('channels.list', { client }).data ?? [];
  if (kpis.length === 0 && channels.length === 0) return null;
  return (
    <div className={css['preview']}>
      <p className={css['heading']}>{t.common.kpis(kpis.length)}</p>
      <p className={css['rest']}>{kpis.map((kpi) => format.local(kpi.definition.name)).join(' · ')}</p>
      <p className={css['heading']}>{t.clients.sections.channels}</p>
      <p className={css['rest']}>{channels.map((channel) => channel.name).join(' · ')}</p>
    </div>
  );
}
