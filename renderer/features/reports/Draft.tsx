/** A report being made: sections, paper, texts, checks and the files that go out. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { languages } from '../../../shared/domain/kpi.ts';
import type { Language } from '../../../shared/domain/kpi.ts';
import { isPrinted, placeOfText, printedSections } from '../../../shared/domain/report.ts';
import type { ReportModel } from '../../../shared/domain/report.ts';
import type { Deliverable } from '../../../shared/contract/api/reports.ts';
import type { Input } from '../../../shared/contract/api.ts';
import { useCall } from '../../api/index.ts';
import { useClient, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { cx, EmptyState, Segmented } from '../../ui/index.ts';
import { Checks, otherLanguage } from './Checks.tsx';
import { Deliver } from './deliver/Deliver.tsx';
import { Desk } from './Desk.tsx';
import { Commentary } from './editor/Commentary.tsx';
import { StaleFigures } from './editor/StaleFigures.tsx';
import { Deliveries } from './history/Deliveries.tsx';
import { liveParts } from './live.tsx';
import css from './reports.module.css';
import { FreeTitle } from './sections/FreeTitle.tsx';
import { SectionList } from './sections/SectionList.tsx';
import { useSections } from './sections/useSections.ts';
import { nameOfText } from './texts.ts';

export interface DraftProps {
  readonly report: Omit<Input<'texts.get'>, 'section'>;
  readonly model: ReportModel;
  readonly late: boolean;
  readonly earlier: readonly Deliverable[];
}

export function Draft({ report, model, late, earlier }: DraftProps) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const sections = useSections(model);
  const [pages, setPages] = useState(0);
  const entry = model.sections.some((one) => one.kind === 'entry' && one.shown && one.empty === null);
  const plan = useCall('deliveries.plan', report).data?.[0];
  const texts = useCall('texts.list', report).data;
  const other = otherLanguage(report.language);
  const theirs = useCall('texts.list', { ...report, language: other }).data;
  const untranslated = useMemo(
    () =>
      (theirs ?? [])
        .map((text) => text.section)
        .filter((id) => !(texts ?? []).some((own) => own.section === id)),
    [theirs, texts],
  );
  const missing = useMemo(
    () =>
      (texts ?? [])
        .map((text) => text.section)
        .filter((id) => !(theirs ?? []).some((own) => own.section === id)),
    [theirs, texts],
  );
  // A summary nobody wrote is drafted; its figures can be asked as those of a written one.
  const unwritten = texts !== undefined && !texts.some((text) => text.section === 'summary');
  const drafted = useCall('texts.draft', unwritten ? { ...report, section: 'summary' } : null).data;
  const details = useMemo(() => {
    const known = [...(texts ?? []), ...(unwritten && drafted !== undefined ? [drafted] : [])];
    return { parts: liveParts, texts: known, language: format.language };
  }, [texts, unwritten, drafted, format.language]);
  const [current, setCurrent] = useState<string | null>(null);
  const [target, setTarget] = useState<{ readonly section: string } | null>(null);
  const wanted = place.param('text');
  // Whose text is opened, from wherever, is looked at.
  useEffect(() => {
    if (wanted === undefined) return;
    const text = model.commentary.find((one) => one.section === wanted);
    setTarget({ section: text === undefined ? wanted : placeOfText(model, text) });
    // Only when another one is opened, not with every letter.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wanted]);
  const name = wanted === undefined ? null : nameOfText(model, wanted);
  const open = name === null ? null : (wanted ?? null);
  const write = (text: string | null, lang?: Language): void =>
    place.set({ text: text ?? undefined, ...(lang !== undefined && { lang }) });
  const printed = printedSections(model);
  const stale = (texts ?? []).filter((text) => {
    if (text.changed === 0) return false;
    const printedText = model.commentary.find((one) => one.section === text.section);
    return printedText !== undefined && isPrinted(model, placeOfText(model, printedText));
  });
  const close = useCallback(() => place.set({ text: undefined }), [place]);
  return (
    <div className={cx(css['screen'], open !== null && css['writing'])}>
      <nav className={css['left']} aria-label={t.reports.sections.title}>
        <SectionList
          model={model}
          sections={sections}
          current={current}
          open={open}
          onGo={(section) => setTarget({ section })}
          onWrite={(text) => write(text === open ? null : text)}
        />
        <Deliveries list={earlier} open={null} onOpen={(id) => place.set({ out: String(id) })} />
      </nav>
      <div className={cx(css['middle'], late && css['dimmed'])} aria-busy={late}>
        {printed.length === 0 ? (
          <EmptyState centred title={t.reports.empty.noPages}>
            {t.reports.empty.noPagesText}
          </EmptyState>
        ) : (
          <Desk
            model={model}
            details={details}
            label={t.reports.preview}
            target={target}
            onSection={setCurrent}
            onPages={setPages}
          />
        )}
      </div>
      {open === null ? (
        <aside className={css['right']} aria-label={t.reports.deliver}>
          <section className={css['block']}>
            <h2>{t.reports.language}</h2>
            <Segmented
              fill
              label={t.reports.language}
              value={report.language}
              onChange={(lang) => place.set({ lang })}
              items={languages
                .toSorted((a, b) => Number(b === client.language) - Number(a === client.language))
                .map((value) => ({ value, label: ownName(value) }))}
            />
            {missing.length > 0 && (
              <p className={css['missing']}>
                {t.reports.missingTexts.before(t.reports.languages[other], missing.length)}{' '}
                <button type="button" onClick={() => write(missing[0] ?? null, other)}>
                  {t.reports.missingTexts.what(missing.length)}
                </button>
                {t.reports.missingTexts.after(missing.length)}
              </p>
            )}
          </section>
          {stale.length > 0 && (
            <div className={css['stales']}>
              <StaleFigures report={report} texts={stale} onOpen={write} />
            </div>
          )}
          <Checks model={model} attention={plan?.attention} untranslated={untranslated} />
          <Deliver
            report={report}
            client={client}
            stale={stale}
            pages={pages}
            entry={entry}
            disabled={printed.length === 0}
            onLook={write}
          />
        </aside>
      ) : (
        <Commentary
          key={`${report.language} ${open}`}
          report={report}
          section={open}
          name={name ?? ''}
          heading={
            open.startsWith('text:') ? (
              <FreeTitle
                section={open}
                name={name ?? ''}
                sections={sections}
                language={report.language}
                onGone={close}
              />
            ) : undefined
          }
          onClose={close}
        />
      )}
    </div>
  );
}

/** A language in its own words, the same for every reader. */
function ownName(language: Language): string {
  return language === 'es' ? 'Español' : 'English';
}
