/**
 * From a quality to a count: what is meant, what of the catalogue counts it already, or a way to count it. It ends with
 * a KPI of the catalogue added, with the editor filled in, or with the answers of a survey counted.
 */
import { useMemo, useState } from 'react';
import type { CatalogueDto, ClientKpi } from '../../../../shared/contract/api/kpis.ts';
import type { Catalogue } from '../../../../shared/domain/catalogue.ts';
import { proposeKpis } from '../../../../shared/domain/quality/propose.ts';
import type { CallError } from '../../../api/index.ts';
import { asCallError, callOnce, useCall } from '../../../api/index.ts';
import { navigate, Page, useClient, usePlace } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useLanguage, useT } from '../../../i18n/index.tsx';
import {
  Button,
  ErrorPanel,
  Form,
  FormNote,
  FormSection,
  LinkButton,
  TextInput,
  useToast,
} from '../../../ui/index.ts';
import { definitionOf, ownKpiOf } from '../ownKpi.ts';
import { AnswersDialog } from './AnswersDialog.tsx';
import { CountedAlready } from './CountedAlready.tsx';
import { keepDraft } from './draft.ts';
import { PlanPanel } from './PlanPanel.tsx';
import css from './quality.module.css';
import { WayFields } from './WayFields.tsx';
import { nothingFilled, planOf, typicalNames, wayOf } from './wish.ts';
import type { Filled } from './wish.ts';

export function QualityScreen() {
  const t = useT();
  const client = useClient();
  const place = usePlace();
  const kpis = useCall('kpis.list', { client: client.id });
  const catalogue = useCall('catalogue.get', {});
  const error = kpis.error ?? catalogue.error;
  if (kpis.data === undefined || catalogue.data === undefined) {
    return (
      <Page title={t.quality.title} back={place.href('kpis')}>
        {error && <ErrorPanel error={error} />}
      </Page>
    );
  }
  return <QualityForm kpis={kpis.data} catalogue={catalogue.data} />;
}

function QualityForm({
  kpis,
  catalogue,
}: {
  readonly kpis: readonly ClientKpi[];
  readonly catalogue: CatalogueDto;
}) {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const client = useClient();
  const place = usePlace();
  const toast = useToast();
  const [filled, setFilled] = useState<Filled>(nothingFilled);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const [counting, setCounting] = useState(false);
  const words = t.quality;
  const change = (next: Partial<Filled>): void => setFilled({ ...filled, ...next });
  const say = (text: string): void => change({ text, way: null, name: null });
  const whole = useMemo<Catalogue>(
    // What is looked for are KPIs alone.
    () => ({ kpis: catalogue.kpis, kras: [], stages: [], templates: [] }),
    [catalogue],
  );
  const proposals = useMemo(
    () => proposeKpis(whole, filled.text, language, 5),
    [whole, filled.text, language],
  );
  const way = wayOf(filled);
  const plan = useMemo(
    () => planOf(filled, kpis, catalogue.kpis, language),
    [filled, kpis, catalogue, language],
  );
  const toMake = plan?.counts.filter((one) => !kpis.some((kpi) => kpi.definition.key === one.key)) ?? [];

  const submit = async (): Promise<void> => {
    if (way === 'survey') {
      setCounting(true);
      return;
    }
    setTried(true);
    if (!plan || busy) return;
    setBusy(true);
    setError(null);
    try {
      const has = (key: string): boolean => kpis.some((kpi) => kpi.definition.key === key);
      const { total } = filled;
      if (way === 'share' && total !== null && catalogue.kpis.some((kpi) => kpi.key === total) && !has(total))
        await callOnce('kpis.add', { client: client.id, keys: [total] });
      // One after another: the contract defines one KPI at a time.
      for (const definition of toMake)
        // oxlint-disable-next-line no-await-in-loop
        await callOnce('kpis.define', {
          client: client.id,
          definition: definitionOf(ownKpiOf({ definition }), definition.key, definition),
        });
      if (toMake.length > 0)
        toast({ text: words.countsMade(toMake.map((one) => format.local(one.name)).join('; ')) });
      navigate(place.href('kpis/own', { draft: keepDraft(plan.kpi) }));
    } catch (caught) {
      setError(asCallError(caught));
      setBusy(false);
    }
  };

  return (
    <Page
      title={words.title}
      back={place.href('kpis')}
      aside={<PlanPanel filled={filled} plan={plan} />}
      foot={
        <>
          <FormNote />
          <LinkButton to={place.href('kpis')} kind="ghost" size="large">
            {t.common.cancel}
          </LinkButton>
          <Button kind="primary" size="large" busy={busy} onClick={() => void submit()}>
            {way === 'survey'
              ? words.survey.count
              : toMake.length > 0
                ? words.goWith(toMake.length)
                : words.go}
          </Button>
        </>
      }
    >
      <Form onSubmit={() => void submit()} error={error && <ErrorPanel error={error} inline />}>
        <FormSection title={words.meant.title} text={words.meant.text}>
          <TextInput
            label={words.meant.label}
            placeholder={words.meant.placeholder}
            takesFocus
            maxLength={80}
            value={filled.text}
            onChange={say}
          />
          <fieldset className={css['typical']}>
            <legend className="visually-hidden">{words.meant.typical}</legend>
            {typicalNames(language).map((name) => (
              <Button key={name} size="small" aria-pressed={filled.text === name} onClick={() => say(name)}>
                {name}
              </Button>
            ))}
          </fieldset>
        </FormSection>
        <FormSection title={words.counted.title} text={words.counted.text}>
          <CountedAlready text={filled.text} proposals={proposals} kpis={kpis} />
        </FormSection>
        <FormSection title={words.way.title} text={words.way.text}>
          <WayFields filled={filled} kpis={kpis} catalogue={catalogue.kpis} tried={tried} onChange={change} />
        </FormSection>
      </Form>
      <AnswersDialog open={counting} onClose={() => setCounting(false)} asked={filled.survey} />
    </Page>
  );
}
