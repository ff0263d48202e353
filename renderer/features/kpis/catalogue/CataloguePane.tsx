/** Beside the catalogue: one KPI with everything known of it; before a choice, sets for a kind of client. */
import type { CatalogueDto, CatalogueSource } from '../../../../shared/contract/api/kpis.ts';
import type { KpiDefinition, Localised } from '../../../../shared/domain/kpi.ts';
import { platformName } from '../../../../shared/domain/platforms.ts';
import { usePlace } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { Button, LinkButton } from '../../../ui/index.ts';
import { reportName } from '../../imports/words.ts';
import { DefinitionFacts } from '../DefinitionFacts.tsx';
import panel from '../KpiPanel.module.css';
import css from './catalogue.module.css';
import type { Consequence } from './search.ts';

export interface CataloguePaneProps {
  readonly data: CatalogueDto;
  readonly kpi: KpiDefinition;
  /** Exports that bring it. */
  readonly sources: readonly CatalogueSource[];
  readonly picked: boolean;
  readonly along: readonly Consequence[];
  readonly nameOf: (key: string) => string | undefined;
}

export function CataloguePane({ data, kpi, sources, picked, along, nameOf }: CataloguePaneProps) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const words = t.kpis.catalogue;
  const named = (
    list: readonly { readonly key: string; readonly name: Localised }[],
    key: string,
  ): string => {
    const one = list.find((item) => item.key === key);
    return one === undefined ? key : format.local(one.name);
  };
  const other = format.language === 'en' ? 'es' : 'en';
  // A platform of several kinds of export is one name to a person.
  const byPlatform = Map.groupBy(sources, (source) => platformName(source.platform) || source.platform);
  return (
    <div className={panel['panel']}>
      <header>
        <h2>{format.local(kpi.name)}</h2>
        <p className={panel['grey']}>
          <span lang={other}>{kpi.name[other]}</span>
          {picked && ` · ${words.pickedMark}`}
        </p>
      </header>
      <DefinitionFacts
        definition={kpi}
        counterName={kpi.counter && nameOf(kpi.counter)}
        area={named(data.kras, kpi.kra)}
        stage={named(data.stages, kpi.stage)}
        nameOf={nameOf}
      />
      {kpi.evidence && <p className={panel['grey']}>{words.evidence}</p>}
      {!picked && along.length > 0 && (
        <section className={panel['section']}>
          <h3>{words.along}</h3>
          <ul className={css['along']}>
            {along.map(({ key, why }) => (
              <li key={key}>
                {nameOf(key) ?? key} <span className={panel['grey']}>{words.why[why]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={panel['section']}>
        <h3>{words.sources}</h3>
        {sources.length === 0 ? (
          <p className={panel['grey']}>
            {kpi.timeAggregation === 'formula' ? words.sourceFormula : words.sourceTyped}
          </p>
        ) : (
          <ul className={css['along']}>
            {[...byPlatform].map(([platform, own]) => (
              <li key={platform}>
                {platform}{' '}
                <span className={panel['grey']}>
                  {reportsIn(
                    own
                      .flatMap((source) => source.reports.map((report) => reportName(t, report)))
                      .filter(Boolean),
                    words.moreReports,
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <div>
        <LinkButton kind="link" size="small" to={place.href('kpis/own', { from: kpi.key })}>
          {words.duplicate}
        </LinkButton>
      </div>
    </div>
  );
}

const mostReports = 4;

/** The first few by name: some platforms export one KPI in two dozen ways. */
function reportsIn(names: readonly string[], more: (n: number) => string): string {
  const rest = names.length - mostReports;
  return rest > 0 ? `${names.slice(0, mostReports).join(', ')} ${more(rest)}` : names.join(', ');
}

export function CatalogueFirst({
  data,
  shown,
  onTick,
}: {
  readonly data: CatalogueDto;
  readonly shown: ReadonlySet<string>;
  readonly onTick: (keys: readonly string[]) => void;
}) {
  const t = useT();
  const format = useFormat();
  const words = t.kpis.catalogue;
  return (
    <div className={panel['panel']}>
      <header>
        <h2>{words.first}</h2>
        <p className={panel['grey']}>{words.choose}</p>
      </header>
      <section className={panel['section']}>
        <h3>{words.templates}</h3>
        <ul>
          {data.templates.map((template) => {
            const lacking = template.kpis.filter((key) => !shown.has(key));
            return (
              <li key={template.key} className={css['template']}>
                <div>
                  <div>{format.local(template.name)}</div>
                  <p className={panel['grey']}>{format.local(template.description)}</p>
                </div>
                {lacking.length === 0 ? (
                  <span className={panel['grey']}>{words.templateWhole}</span>
                ) : (
                  <Button
                    size="small"
                    aria-label={words.tickTemplate(format.local(template.name), lacking.length)}
                    onClick={() => onTick(lacking)}
                  >
                    {words.tickSome(lacking.length)}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      </section>
    </div>
  );
}
