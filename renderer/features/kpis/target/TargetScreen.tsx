/**
 * A target being set: at the right what is asked, in the middle what it means on this client's own figures, at the foot
 * what setting it does. Everything follows the typing; nothing is kept before the button.
 */
import { useId, useMemo, useState } from 'react';
import type { CatalogueDto, ClientKpi, TargetDto } from '../../../../shared/contract/api/kpis.ts';
import { isoOf, periodAt } from '../../../../shared/domain/time.ts';
import type { Cadence, IsoDate } from '../../../../shared/domain/time.ts';
import { callOnce, useCall, useCommand } from '../../../api/index.ts';
import { Page, useClient, usePlace } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import type { Format } from '../../../i18n/format.tsx';
import type { Catalogue } from '../../../i18n/en/index.ts';
import { useT } from '../../../i18n/index.tsx';
import { Button, EmptyState, ErrorPanel, FormNote, LinkButton, useToast } from '../../../ui/index.ts';
import { TargetForm } from '../TargetForm.tsx';
import { lastDay, targetText } from '../targets.ts';
import { useSettled } from '../../../ui/useSettled.ts';
import { draftOf, flawsOf, givesWay, historyInput, inputOf, newestOf } from './draft.ts';
import type { Draft, TargetInput } from './draft.ts';
import { SmartLights } from './SmartLights.tsx';
import { TargetGrowth } from './TargetGrowth.tsx';
import { TargetHistory } from './TargetHistory.tsx';
import css from './TargetScreen.module.css';
import { TargetShows } from './TargetShows.tsx';

export function TargetScreen({ kpi: id }: { readonly kpi: number }) {
  const t = useT();
  const client = useClient();
  const place = usePlace();
  const kpis = useCall('kpis.list', { client: client.id });
  const targets = useCall('targets.list', { client: client.id });
  const catalogue = useCall('catalogue.get', {});
  const kpi = kpis.data?.find((one) => one.id === id);
  const error = kpis.error ?? targets.error ?? catalogue.error;
  if (kpi === undefined || !kpis.data || !targets.data || !catalogue.data)
    return (
      <Page title={t.kpis.target.title} back={place.href('kpis')}>
        {error ? (
          <ErrorPanel error={error} />
        ) : (
          kpis.data &&
          kpi === undefined && (
            <EmptyState
              title={t.app.notFound.title}
              centred
              action={<LinkButton to={place.href('kpis')}>{t.kpis.title}</LinkButton>}
            >
              {t.app.notFound.text}
            </EmptyState>
          )
        )}
      </Page>
    );
  return (
    <Editor
      key={id}
      kpi={kpi}
      kpis={kpis.data}
      targets={targets.data.filter((target) => target.kpi === id)}
      catalogue={catalogue.data}
    />
  );
}

interface EditorProps {
  readonly kpi: ClientKpi;
  readonly kpis: readonly ClientKpi[];
  readonly targets: readonly TargetDto[];
  readonly catalogue: CatalogueDto;
}

function Editor({ kpi, kpis, targets, catalogue }: EditorProps) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const toast = useToast();
  const formId = useId();
  const set = useCommand('targets.set');
  const channels = useCall('channels.list', { client: client.id }).data ?? [];
  const firstDay = (cadence: Cadence): IsoDate =>
    isoOf(periodAt(cadence, place.period.start, format.calendar).start);
  const asked = place.param('channel');
  const [draft, setDraft] = useState<Draft>(() => {
    const channel =
      asked === undefined ? ((newestOf(targets, null) ?? targets[0])?.channel ?? null) : Number(asked);
    return draftOf(kpi, newestOf(targets, channel), channel, firstDay);
  });
  const [tried, setTried] = useState(false);
  const { definition } = kpi;
  const name = format.local(definition.name);
  const counter = kpis.find((other) => other.definition.key === definition.counter);
  const scope = channels.find((channel) => channel.id === draft.channel)?.name ?? t.common.allChannelsWord;
  const mine = targets.filter((target) => target.channel === draft.channel);
  const flaws = flawsOf(draft);
  const input = inputOf(kpi.id, draft);
  const wanted = JSON.stringify(input ?? historyInput(kpi.id, draft));
  const settled = useSettled(wanted);
  const shown = useMemo(() => JSON.parse(settled) as TargetInput | null, [settled]);
  const preview = useCall('targets.preview', shown === null ? null : { client: client.id, target: shown });
  const dimmed = preview.isPlaceholderData || settled !== wanted;
  // What is on screen, not what is being typed: a dimmed answer is still the last whole one.
  const [lastWhole, setLastWhole] = useState(input !== null);
  if (!dimmed && lastWhole !== (input !== null)) setLastWhole(input !== null);
  const historyOnly = !lastWhole;
  const context = {
    definition,
    cadence: draft.cadence,
    channel: (id: string) => channels.find((channel) => String(channel.id) === id)?.name ?? id,
    kpi: (key: string) => {
      const one = kpis.find((other) => other.definition.key === key);
      return one === undefined ? key : format.local(one.definition.name);
    },
    catalogue,
    format,
  };
  const submit = (): void => {
    setTried(true);
    if (input === null) return;
    set.mutate(input, {
      onSuccess: (made) => {
        setTried(false);
        toast({
          text: t.kpis.targetEditor.set,
          ...(givesWay(targets, input).length === 0 && {
            undo: () => void callOnce('targets.remove', { target: made.id }),
          }),
        });
      },
    });
  };
  const newest =
    preview.data?.points.findLast((point) => point.value !== null && point.start < draft.from)?.value ?? null;
  return (
    <Page
      title={t.kpis.target.title}
      detail={t.kpis.targetEditor.of(name, scope)}
      back={place.href('kpis', { kpi: String(kpi.id) })}
      aside={
        <TargetForm
          id={formId}
          kpi={kpi}
          channels={channels}
          counterName={counter && format.local(counter.definition.name)}
          draft={draft}
          flaws={flaws}
          tried={tried}
          firstDay={firstDay}
          newest={newest}
          onChange={(next) => setDraft((old) => ({ ...old, ...next }))}
          onSubmit={submit}
        />
      }
      foot={
        <>
          <FormNote>{input !== null && consequence(input, mine, kpi, format, t)}</FormNote>
          <LinkButton to={place.href('kpis', { kpi: String(kpi.id) })} kind="ghost" size="large">
            {t.common.cancel}
          </LinkButton>
          <Button kind="primary" size="large" submit form={formId} busy={set.isPending}>
            {mine.length === 0 ? t.kpis.target.set : t.kpis.target.change}
          </Button>
        </>
      }
    >
      <div className={css['editor']}>
        {(set.error ?? preview.error) && <ErrorPanel error={set.error ?? preview.error} inline />}
        <TargetShows
          preview={preview.data}
          historyOnly={historyOnly}
          definition={definition}
          cadence={draft.cadence}
          ends={draft.to !== ''}
          scope={scope}
          dimmed={dimmed}
        />
        <div className={css['pair']}>
          <SmartLights
            smart={historyOnly ? null : (preview.data?.smart ?? null)}
            context={context}
            dimmed={dimmed}
          />
          <TargetGrowth
            growth={historyOnly ? null : (preview.data?.growth ?? null)}
            definition={definition}
            cadence={draft.cadence}
            waiting={historyOnly}
            dimmed={dimmed}
          />
        </div>
        <TargetHistory kpi={kpi} targets={mine} scope={scope} />
      </div>
    </Page>
  );
}

/** What setting it does to the targets there are. */
function consequence(
  input: TargetInput,
  targets: readonly TargetDto[],
  kpi: ClientKpi,
  format: Format,
  t: Catalogue,
): string {
  const words = t.kpis.targetEditor;
  const eve = lastDay(input.from);
  const others = givesWay(targets, input).map(({ target, ends }) => {
    const text = targetText(target, kpi.definition, format, t);
    return ends ? words.ends(text, format.date(eve, 'medium')) : words.replaces(text);
  });
  return others.length > 0 ? others.join(' ') : words.startsFrom(format.date(input.from, 'medium'));
}
