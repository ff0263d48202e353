/** The fields of a client: who, colour and logo, how figures are written, calendar. Shared by new and set-up. */

import { formatNumber, formatValue, monthName, numberFormats } from '../../../shared/domain/format.ts';
import { languages } from '../../../shared/domain/kpi.ts';
import { useLanguage, useT } from '../../i18n/index.tsx';
import {
  Combobox,
  Field,
  FormPair,
  FormSection,
  Segmented,
  Select,
  sentence,
  TextInput,
} from '../../ui/index.ts';
import { currencies } from './draft.ts';
import type { Draft } from './draft.ts';
import { LookFields } from './LookFields.tsx';
import { ScheduleFields } from './ScheduleFields.tsx';
import css from './ClientFields.module.css';

export interface ClientFieldsProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
  /** The name was looked at and left empty, or is taken. */
  readonly nameError?: string | undefined;
  readonly initials: string;
  readonly weekFrozen?: boolean;
}

export function ClientFields({
  draft,
  onChange,
  nameError,
  initials,
  weekFrozen = false,
}: ClientFieldsProps) {
  const t = useT();
  const language = useLanguage();
  const weekdays: Readonly<Record<number, string>> = t.app.weekdays;
  const currencyNames = new Intl.DisplayNames(language, { type: 'currency' });
  const style = { language: draft.language, numberFormat: draft.numberFormat, currency: draft.currency };
  const examples = [
    formatValue(12345.6, { kind: 'money' }, style),
    formatValue(0.1234, { kind: 'percent' }, style),
    formatValue(1234567, { kind: 'count' }, style),
  ].join(' · ');
  return (
    <>
      <FormSection title={t.clients.sections.who}>
        <TextInput
          label={t.clients.name}
          value={draft.name}
          maxLength={80}
          error={nameError}
          takesFocus={draft.name === ''}
          onChange={(name) => onChange({ name })}
        />
        <TextInput
          label={t.clients.trade}
          hint={t.clients.tradeHint}
          optional
          placeholder={t.clients.tradePlaceholder}
          value={draft.trade}
          maxLength={80}
          onChange={(trade) => onChange({ trade })}
        />
      </FormSection>
      <FormSection title={t.clients.sections.look}>
        <LookFields draft={draft} onChange={onChange} initials={initials} />
      </FormSection>
      <FormSection title={t.clients.sections.writing}>
        <Field label={t.clients.language}>
          {() => (
            <div>
              <Segmented
                label={t.clients.language}
                value={draft.language}
                onChange={(value) => onChange({ language: value })}
                items={languages.map((value) => ({ value, label: t.app.palette.language[value] }))}
              />
            </div>
          )}
        </Field>
        <FormPair>
          <Field label={t.clients.numberFormat}>
            {({ id, labelId }) => (
              <Select
                id={id}
                labelledBy={labelId}
                look="form"
                value={draft.numberFormat}
                onChange={(numberFormat) => onChange({ numberFormat })}
                items={numberFormats.map((value) => ({
                  value,
                  label: formatNumber(1234.5, { language, numberFormat: value, currency: draft.currency }, 1),
                }))}
              />
            )}
          </Field>
          <Field label={t.clients.currency}>
            {({ id }) => (
              <Combobox
                id={id}
                label={t.clients.currency}
                look="form"
                value={draft.currency}
                onChange={(currency) => onChange({ currency })}
                items={[...new Set([draft.currency, ...currencies])].map((value) => ({
                  value,
                  label: value,
                  hint: currencyNames.of(value) ?? '',
                }))}
              />
            )}
          </Field>
        </FormPair>
        <p className={css['example']}>{t.clients.example(examples)}</p>
      </FormSection>
      <FormSection title={t.clients.sections.calendar}>
        <FormPair>
          <Field label={t.clients.weekStart} hint={weekFrozen ? t.clients.weekFrozen : t.clients.weekHint}>
            {({ id, labelId }) => (
              <Select
                id={id}
                labelledBy={labelId}
                look="form"
                disabled={weekFrozen}
                value={String(draft.weekStart)}
                onChange={(day) => onChange({ weekStart: Number(day) })}
                items={[1, 2, 3, 4, 5, 6, 7].map((day) => ({
                  value: String(day),
                  label: sentence(weekdays[day] ?? ''),
                }))}
              />
            )}
          </Field>
          <Field label={t.clients.fiscalYear}>
            {({ id, labelId }) => (
              <Select
                id={id}
                labelledBy={labelId}
                look="form"
                value={String(draft.fiscalYearStart)}
                onChange={(month) => onChange({ fiscalYearStart: Number(month) })}
                items={Array.from({ length: 12 }, (_, i) => ({
                  value: String(i + 1),
                  label: sentence(monthName(i + 1, language, 'long')),
                }))}
              />
            )}
          </Field>
        </FormPair>
      </FormSection>
      <FormSection title={t.clients.sections.schedule}>
        <ScheduleFields draft={draft} onChange={onChange} />
      </FormSection>
    </>
  );
}
