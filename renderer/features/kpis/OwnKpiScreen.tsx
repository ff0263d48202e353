/** An own KPI: what it counts, how it is made, where it belongs. New, or one that is there. */
import { useState } from 'react';
import type { CatalogueDto, ClientKpi } from '../../../shared/contract/api/kpis.ts';
import { directions, languages, unitKinds } from '../../../shared/domain/kpi.ts';
import type { KpiDefinition } from '../../../shared/domain/kpi.ts';
import { cadences } from '../../../shared/domain/time.ts';
import { useCall, useCommand } from '../../api/index.ts';
import { clientHref, navigate, Page, useClient, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import {
  Button,
  ErrorPanel,
  Field,
  Form,
  FormNote,
  FormPair,
  FormSection,
  LinkButton,
  NumberInput,
  Select,
  searchable,
  sentence,
  TextArea,
  TextInput,
  useToast,
} from '../../ui/index.ts';
import { OwnKpiPreview } from './OwnKpiPreview.tsx';
import { BoundsSection } from './BoundsSection.tsx';
import { MadeSection, PlaceSection } from './OwnKpiSections.tsx';
import css from './OwnKpiScreen.module.css';
import { blank, canPreview, copyFrom, definitionOf, inUnit, isWhole, keyOf, ownKpiOf } from './ownKpi.ts';
import { draftAt } from './quality/draft.ts';
import { useOwnDraft } from './useOwnDraft.ts';
import { usePreview } from './usePreview.ts';

const plain = { kind: 'number' } as const;

export function OwnKpiScreen({ kpi: id }: { readonly kpi?: number }) {
  const t = useT();
  const client = useClient();
  const place = usePlace();
  const kpis = useCall('kpis.list', { client: client.id });
  const catalogue = useCall('catalogue.get', {});
  const before = kpis.data?.find((one) => one.id === id);
  const error = kpis.error ?? catalogue.error;
  if (kpis.data === undefined || catalogue.data === undefined) {
    return <Page title={t.kpis.form.newTitle}>{error && <ErrorPanel error={error} />}</Page>;
  }
  const word = id === undefined ? place.param('draft') : undefined;
  const from = id === undefined ? place.param('from') : undefined;
  const model =
    kpis.data.find((one) => one.definition.key === from)?.definition ??
    catalogue.data.kpis.find((one) => one.key === from);
  const copied = model && copyFrom(model, { en: `${model.name.en} (own)`, es: `${model.name.es} (propio)` });
  return (
    <OwnKpiForm
      key={id ?? `new ${word ?? ''} ${from ?? ''}`}
      before={before}
      draft={draftAt(word) ?? copied}
      slot={id === undefined ? (word === undefined ? `new ${from ?? ''}` : 'quality') : String(id)}
      anew={draftAt(word) !== undefined}
      kpis={kpis.data}
      catalogue={catalogue.data}
    />
  );
}

interface FormProps {
  readonly before: ClientKpi | undefined;
  /** Filled in by the helper that turns a quality into a count. */
  readonly draft: KpiDefinition | undefined;
  /** Which form this is: its draft is kept under it. */
  readonly slot: string;
  /** The draft was handed over just now. */
  readonly anew: boolean;
  readonly kpis: readonly ClientKpi[];
  readonly catalogue: CatalogueDto;
}

function OwnKpiForm({ before, draft: proposed, slot, anew, kpis, catalogue }: FormProps) {
  const t = useT();
  const format = useFormat();
  const reader = useLanguage();
  const client = useClient();
  const place = usePlace();
  const toast = useToast();
  const { own, change, found, discard, forget } = useOwnDraft(
    client.id,
    slot,
    before ? ownKpiOf(before) : proposed ? ownKpiOf({ definition: proposed }) : blank,
    anew,
  );
  const [tried, setTried] = useState(false);
  const define = useCommand('kpis.define');
  const update = useCommand('kpis.update');
  const words = t.kpis.form;
  const taken = new Set([...catalogue.kpis.map((kpi) => kpi.key), ...kpis.map((kpi) => kpi.definition.key)]);
  const name = own.name[reader].trim() || own.name[reader === 'en' ? 'es' : 'en'].trim();
  const key = before?.definition.key ?? keyOf(name, taken);
  const unnamed = name === '';
  const doubled = kpis.some(
    (kpi) => kpi.id !== before?.id && searchable(format.local(kpi.definition.name)) === searchable(name),
  );
  const others = kpis.filter((kpi) => kpi.definition.key !== key);
  const draft = definitionOf(own, key, before?.definition ?? proposed);
  const { preview, stale } = usePreview(client.id, canPreview(own) ? draft : null);
  const home = clientHref(client.id, 'kpis');

  const nameError = doubled
    ? t.errors.codes['kpi-key-taken'].what
    : tried && unnamed
      ? words.nameNeeded
      : undefined;

  const submit = (): void => {
    setTried(true);
    if (!isWhole(own) || doubled) return;
    const done = {
      onSuccess: ({ id }: ClientKpi) => {
        forget();
        toast({ text: words.created(name) });
        navigate(clientHref(client.id, 'kpis', { kpi: String(id) }), { replace: true });
      },
    };
    if (before) update.mutate({ kpi: before.id, definition: draft }, done);
    else define.mutate({ client: client.id, definition: draft }, done);
  };
  const error = define.error ?? update.error;
  // The reader's language first; the other one is asked for less loudly.
  const order = reader === 'es' ? languages.toReversed() : languages;

  return (
    <Page
      title={before ? words.editTitle : words.newTitle}
      {...(before && { detail: format.local(before.definition.name) })}
      back={home}
      {...(!before && {
        actions: <LinkButton to={place.href('kpis/quality')}>{t.quality.open}</LinkButton>,
      })}
      aside={
        <OwnKpiPreview
          preview={preview}
          stale={stale}
          name={name}
          unit={draft.unit}
          formula={own.computed ? own.formula : undefined}
          kpis={kpis}
        />
      }
      foot={
        <>
          <FormNote>{unnamed ? '' : key}</FormNote>
          <Button
            kind="ghost"
            size="large"
            onClick={() => {
              forget();
              navigate(home);
            }}
          >
            {t.common.cancel}
          </Button>
          <Button kind="primary" size="large" busy={define.isPending || update.isPending} onClick={submit}>
            {before ? words.save : words.create}
          </Button>
        </>
      }
    >
      <Form onSubmit={submit} error={error && <ErrorPanel error={error} inline />}>
        {found && (
          <p className={css['kept']} role="status">
            {words.kept}{' '}
            <Button kind="link" size="small" onClick={discard}>
              {words.discard}
            </Button>
          </p>
        )}
        <FormSection title={words.sections.what} text={words.numberNeeded}>
          <FormPair>
            {order.map((language, i) => (
              <TextInput
                key={language}
                label={words.name[language]}
                optional={i > 0}
                value={own.name[language]}
                maxLength={80}
                {...(i === 0 && nameError !== undefined && { error: nameError })}
                onChange={(text) => change({ name: { ...own.name, [language]: text } })}
              />
            ))}
            {order.map((language, i) => (
              <TextArea
                key={language}
                label={words.definition[language]}
                optional={i > 0}
                {...(i === 0 && { hint: words.definitionHint })}
                rows={2}
                value={own.definition[language]}
                maxLength={600}
                onChange={(text) => change({ definition: { ...own.definition, [language]: text } })}
              />
            ))}
          </FormPair>
          <FormPair>
            <Field label={words.unit}>
              {({ id, labelId }) => (
                <Select
                  id={id}
                  labelledBy={labelId}
                  look="form"
                  value={own.unit}
                  onChange={(unit) => change(inUnit(own, unit))}
                  items={unitKinds.map((value) => ({ value, label: sentence(t.kpis.units[value]) }))}
                />
              )}
            </Field>
            {own.unit === 'rating' ? (
              <NumberInput
                label={words.of}
                unit={plain}
                value={own.of}
                onChange={(of) => typeof of === 'number' && change({ of })}
              />
            ) : own.unit === 'count' || own.unit === 'number' ? (
              <TextInput
                label={words.label}
                optional
                hint={words.labelHint}
                value={own.label[reader]}
                maxLength={30}
                onChange={(text) =>
                  change({
                    label:
                      own.label.en === own.label.es
                        ? { en: text, es: text }
                        : { ...own.label, [reader]: text },
                  })
                }
              />
            ) : (
              <span />
            )}
            <Field label={words.direction}>
              {({ id, labelId }) => (
                <Select
                  id={id}
                  labelledBy={labelId}
                  look="form"
                  value={own.direction}
                  onChange={(direction) => change({ direction })}
                  items={directions.map((value) => ({ value, label: sentence(t.kpis.directions[value]) }))}
                />
              )}
            </Field>
            <Field label={words.cadence}>
              {({ id, labelId }) => (
                <Select
                  id={id}
                  labelledBy={labelId}
                  look="form"
                  value={own.cadence}
                  onChange={(cadence) => change({ cadence })}
                  items={cadences.map((value) => ({ value, label: sentence(t.kpis.recordedPer[value]) }))}
                />
              )}
            </Field>
          </FormPair>
        </FormSection>
        <MadeSection own={own} ownKey={key} unit={draft.unit} kpis={others} tried={tried} onChange={change} />
        <PlaceSection
          own={own}
          ownKey={key}
          catalogue={catalogue}
          kpis={others}
          tried={tried}
          onChange={change}
        />
        <BoundsSection own={own} unit={draft.unit} onChange={change} />
      </Form>
    </Page>
  );
}
