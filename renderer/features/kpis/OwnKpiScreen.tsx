/** An own KPI: what it counts, how it is made, where it belongs. New, or one that is there. */
import { useState } from 'react';
import type { CatalogueDto, ClientKpi } from '../../../shared/contract/api/kpis.ts';
import {
  channelAggregations,
  directions,
  languages,
  levels,
  stageKeys,
  timeAggregations,
  unitKinds,
} from '../../../shared/domain/kpi.ts';
import { cadences } from '../../../shared/domain/time.ts';
import { useCall, useCommand } from '../../api/index.ts';
import { clientHref, navigate, Page, useClient } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import {
  Button,
  Combobox,
  ErrorPanel,
  Field,
  Form,
  FormNote,
  FormPair,
  FormSection,
  LinkButton,
  NumberInput,
  Segmented,
  Select,
  sentence,
  Switch,
  TextArea,
  TextInput,
  useToast,
} from '../../ui/index.ts';
import { FormulaField } from './FormulaField.tsx';
import css from './OwnKpiScreen.module.css';
import { blank, definitionOf, isWhole, keyOf, ownKpiOf } from './ownKpi.ts';
import type { OwnKpi } from './ownKpi.ts';

const plain = { kind: 'number' } as const;

export function OwnKpiScreen({ kpi: id }: { readonly kpi?: number }) {
  const t = useT();
  const client = useClient();
  const kpis = useCall('kpis.list', { client: client.id });
  const catalogue = useCall('catalogue.get', {});
  const before = kpis.data?.find((one) => one.id === id);
  const error = kpis.error ?? catalogue.error;
  if (kpis.data === undefined || catalogue.data === undefined) {
    return <Page title={t.kpis.form.newTitle}>{error && <ErrorPanel error={error} />}</Page>;
  }
  return <OwnKpiForm key={id ?? 'new'} before={before} kpis={kpis.data} catalogue={catalogue.data} />;
}

interface FormProps {
  readonly before: ClientKpi | undefined;
  readonly kpis: readonly ClientKpi[];
  readonly catalogue: CatalogueDto;
}

function OwnKpiForm({ before, kpis, catalogue }: FormProps) {
  const t = useT();
  const format = useFormat();
  const reader = useLanguage();
  const client = useClient();
  const toast = useToast();
  const [own, setOwn] = useState<OwnKpi>(() => (before ? ownKpiOf(before) : blank));
  const [tried, setTried] = useState(false);
  const define = useCommand('kpis.define');
  const update = useCommand('kpis.update');
  const words = t.kpis.form;
  const change = (next: Partial<OwnKpi>): void => setOwn({ ...own, ...next });
  const taken = new Set([...catalogue.kpis.map((kpi) => kpi.key), ...kpis.map((kpi) => kpi.definition.key)]);
  const name = own.name[reader].trim() || own.name[reader === 'en' ? 'es' : 'en'].trim();
  const key = before?.definition.key ?? keyOf(name, taken);
  const unnamed = name === '';
  const others = kpis.filter((kpi) => kpi.definition.key !== key);
  const kpiItems = others.map((kpi) => ({
    value: kpi.definition.key,
    label: format.local(kpi.definition.name),
  }));
  const home = clientHref(client.id, 'kpis');

  const submit = (): void => {
    setTried(true);
    if (!isWhole(own)) return;
    const done = {
      onSuccess: ({ id }: ClientKpi) => {
        toast({ text: words.created(name) });
        navigate(clientHref(client.id, 'kpis', { kpi: String(id) }), { replace: true });
      },
    };
    const definition = definitionOf(own, key, before?.definition);
    if (before) update.mutate({ kpi: before.id, definition }, done);
    else define.mutate({ client: client.id, definition }, done);
  };
  const error = define.error ?? update.error;
  // The reader's language first; the other one is asked for less loudly.
  const order = reader === 'es' ? languages.toReversed() : languages;

  return (
    <Page
      title={before ? words.editTitle : words.newTitle}
      {...(before && { detail: format.local(before.definition.name) })}
      back={home}
      foot={
        <>
          <FormNote>{unnamed ? '' : key}</FormNote>
          <LinkButton to={home} kind="ghost" size="large">
            {t.common.cancel}
          </LinkButton>
          <Button kind="primary" size="large" busy={define.isPending || update.isPending} onClick={submit}>
            {before ? words.save : words.create}
          </Button>
        </>
      }
    >
      <Form onSubmit={submit} error={error && <ErrorPanel error={error} inline />}>
        <FormSection title={words.sections.what} text={words.numberNeeded}>
          <FormPair>
            {order.map((language, i) => (
              <TextInput
                key={language}
                label={words.name[language]}
                optional={i > 0}
                value={own.name[language]}
                maxLength={80}
                {...(i === 0 && tried && unnamed && { error: words.nameNeeded })}
                onChange={(text) => change({ name: { ...own.name, [language]: text } })}
              />
            ))}
            {order.map((language, i) => (
              <TextArea
                key={language}
                label={words.definition[language]}
                optional={i > 0}
                {...(i === 0 && { hint: words.definitionHint })}
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
                  onChange={(unit) => change({ unit })}
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
        <FormSection title={words.sections.made}>
          <Field label={words.source}>
            {() => (
              <div>
                <Segmented
                  label={words.source}
                  value={own.computed ? 'formula' : 'typed'}
                  onChange={(how) => change({ computed: how === 'formula' })}
                  items={[
                    { value: 'typed', label: words.typed },
                    { value: 'formula', label: words.formula },
                  ]}
                />
              </div>
            )}
          </Field>
          {own.computed ? (
            <FormulaField
              client={client.id}
              own={key}
              kpis={kpis}
              value={own.formula}
              onChange={(formula) => change({ formula })}
            />
          ) : (
            <FormPair>
              <Field label={words.overTime}>
                {({ id, labelId }) => (
                  <Select
                    id={id}
                    labelledBy={labelId}
                    look="form"
                    value={own.overTime}
                    onChange={(overTime) => change({ overTime })}
                    items={timeAggregations
                      .filter((a) => a !== 'formula')
                      .map((value) => ({ value, label: sentence(t.kpis.overTime[value]) }))}
                  />
                )}
              </Field>
              <Field label={words.overChannels}>
                {({ id, labelId }) => (
                  <Select
                    id={id}
                    labelledBy={labelId}
                    look="form"
                    value={own.overChannels}
                    onChange={(overChannels) => change({ overChannels })}
                    items={channelAggregations
                      .filter((a) => a !== 'formula')
                      .map((value) => ({ value, label: sentence(t.kpis.overChannels[value]) }))}
                  />
                )}
              </Field>
              {(own.overTime === 'weightedMean' || own.overChannels === 'weightedMean') && (
                <Field
                  label={words.weightBy}
                  error={tried && own.weightBy === null ? words.choose : undefined}
                >
                  {({ id }) => (
                    <Combobox
                      id={id}
                      label={words.weightBy}
                      look="form"
                      placeholder={words.choose}
                      value={own.weightBy}
                      onChange={(weightBy) => change({ weightBy })}
                      items={kpiItems}
                    />
                  )}
                </Field>
              )}
            </FormPair>
          )}
        </FormSection>
        <FormSection title={words.sections.place}>
          <FormPair>
            <Field label={words.kra}>
              {({ id, labelId }) => (
                <Select
                  id={id}
                  labelledBy={labelId}
                  look="form"
                  value={own.kra}
                  onChange={(kra) => change({ kra })}
                  items={catalogue.kras.map((kra) => ({ value: kra.key, label: format.local(kra.name) }))}
                />
              )}
            </Field>
            <Field label={words.stage}>
              {({ id, labelId }) => (
                <Select
                  id={id}
                  labelledBy={labelId}
                  look="form"
                  value={own.stage}
                  onChange={(stage) => change({ stage })}
                  items={stageKeys.map((value) => ({ value, label: sentence(t.kpis.stages[value]) }))}
                />
              )}
            </Field>
            <Field label={words.level}>
              {({ id, labelId }) => (
                <Select
                  id={id}
                  labelledBy={labelId}
                  look="form"
                  value={own.level}
                  onChange={(level) => change({ level })}
                  items={levels.map((value) => ({ value, label: sentence(t.kpis.levels[value]) }))}
                />
              )}
            </Field>
          </FormPair>
          <div className={css['vanity']}>
            <Switch label={words.vanity} checked={own.vanity} onChange={(vanity) => change({ vanity })} />
            <p className={css['grey']}>{words.vanityHint}</p>
            {own.vanity && (
              <Field
                label={words.counter}
                error={tried && own.counter === null ? words.counterNeeded : undefined}
              >
                {({ id }) => (
                  <Combobox
                    id={id}
                    label={words.counter}
                    look="form"
                    placeholder={words.choose}
                    value={own.counter}
                    onChange={(counter) => change({ counter })}
                    items={others
                      .filter((kpi) => !kpi.definition.vanity)
                      .map((kpi) => ({
                        value: kpi.definition.key,
                        label: format.local(kpi.definition.name),
                      }))}
                  />
                )}
              </Field>
            )}
          </div>
        </FormSection>
      </Form>
    </Page>
  );
}
