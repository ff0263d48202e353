/**
 * The sections of a report: their order by drag or arrow keys, each printed or not, each with what is wrong in it.
 *
 * A section that would be empty says why and takes no page. Moving by keyboard keeps the focus on what is moved and says
 * where it is.
 */
import { useEffect, useRef, useState } from 'react';
import { printedSections, rowsOfArea } from '../../../../shared/domain/report.ts';
import type { ReportModel, ReportSection } from '../../../../shared/domain/report.ts';
import { useT } from '../../../i18n/index.tsx';
import { cx, ErrorPanel, Icon, IconButton, Switch } from '../../../ui/index.ts';
import { nameOfText, textOfSection } from '../texts.ts';
import { moved, switched } from './layout.ts';
import { SectionTools } from './SectionTools.tsx';
import css from './sections.module.css';
import type { Sections } from './useSections.ts';

export interface SectionListProps {
  readonly model: ReportModel;
  readonly sections: Sections;
  /** The section whose page is looked at. */
  readonly current: string | null;
  /** The section whose text is being written. */
  readonly open: string | null;
  readonly onGo: (section: string) => void;
  readonly onWrite: (text: string) => void;
}

export function SectionList({ model, sections, current, open, onGo, onWrite }: SectionListProps) {
  const t = useT();
  const words = t.reports.sections;
  const { list, layout, change } = sections;
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const focus = useRef<string | null>(null);
  const box = useRef<HTMLUListElement>(null);
  const printed = printedSections({ sections: list }).length;

  useEffect(() => {
    if (focus.current === null) return;
    box.current?.querySelector<HTMLElement>(`[data-handle="${CSS.escape(focus.current)}"]`)?.focus();
    focus.current = null;
  });

  const nameOf = (section: ReportSection): string =>
    section.kind === 'area' || section.kind === 'text' ? section.name : words.kinds[section.kind];
  const switchedWords = ({ kind }: ReportSection, name: string, shown: boolean): string => {
    if (!shown) return words.hidden(name);
    return kind === 'entry' ? words.included(name) : words.shown(name);
  };
  const move = (section: ReportSection, to: number): void => {
    if (to < 0 || to >= list.length) return;
    focus.current = section.id;
    setSaid(words.at(nameOf(section), to + 1, list.length));
    change(moved(layout, section.id, to), words.moved(nameOf(section)));
  };

  return (
    <section className={css['sections']} aria-label={words.title}>
      <header className={css['head']}>
        <h2>{words.title}</h2>
        <span className={css['grey']}>{words.count(printed, list.length)}</span>
      </header>
      <p id="move-hint" className="visually-hidden">
        {words.moveHint}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
      <ul ref={box}>
        {list.map((section, at) => {
          const name = nameOf(section);
          const text = textOfSection(model, section);
          const warning = warningOf(model, section, t);
          const empty = section.empty === null ? null : words.empty[section.empty];
          const pageless = section.kind === 'entry';
          const writing = text !== null && open === text;
          return (
            // Dragged with a pointer; by keyboard its handle moves it.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
            <li
              key={section.id}
              className={cx(
                css['row'],
                (writing || (open === null && current === section.id)) && css['current'],
                over === section.id && dragged !== section.id && css['over'],
                dragged === section.id && css['dragged'],
              )}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', section.id);
                setDragged(section.id);
              }}
              onDragOver={(event) => {
                if (dragged === null) return;
                event.preventDefault();
                setOver(section.id);
              }}
              onDragEnd={() => {
                setDragged(null);
                setOver(null);
              }}
              onDrop={(event) => {
                event.preventDefault();
                const one = list.find((each) => each.id === dragged);
                setDragged(null);
                setOver(null);
                if (one !== undefined && one.id !== section.id) move(one, at);
              }}
            >
              <button
                type="button"
                data-handle={section.id}
                className={css['handle']}
                aria-label={words.move(name)}
                aria-describedby="move-hint"
                onKeyDown={(event) => {
                  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
                  if (step === 0) return;
                  event.preventDefault();
                  move(section, at + step);
                }}
              >
                <Icon name="drag" />
              </button>
              <button
                type="button"
                className={cx(css['name'], (!section.shown || empty !== null) && css['off'])}
                aria-current={current === section.id ? 'page' : undefined}
                disabled={!section.shown || empty !== null || pageless}
                title={empty ?? section.title}
                onClick={() => onGo(section.id)}
              >
                <span>{name}</span>
                {empty !== null && section.shown && <span className={css['empty']}>{empty}</span>}
                {pageless && (empty === null || !section.shown) && (
                  <span className={css['empty']}>{words.entryText}</span>
                )}
              </button>
              {warning !== null && section.shown && empty === null && (
                <span className={css['warning']}>
                  <Icon name="warning" title={warning} />
                </span>
              )}
              {text !== null && (
                <IconButton
                  icon="pencil"
                  label={words.write(isOwn(section, text) ? name : (nameOfText(model, text) ?? name))}
                  pressed={writing}
                  className={css['pencil'] ?? ''}
                  onClick={() => onWrite(text)}
                />
              )}
              <Switch
                label={pageless ? words.include(name) : words.print(name)}
                hideLabel
                checked={section.shown}
                onChange={(shown) =>
                  change(switched(layout, section.id, shown), switchedWords(section, name, shown))
                }
              />
            </li>
          );
        })}
      </ul>
      {sections.error && <ErrorPanel inline error={sections.error} />}
      <SectionTools model={model} sections={sections} onWrite={onWrite} />
    </section>
  );
}

function isOwn(section: ReportSection, text: string): boolean {
  return section.id === text;
}

/** What to look at in a section: figures of its text that have changed, else figures it lacks. */
function warningOf(model: ReportModel, section: ReportSection, t: ReturnType<typeof useT>): string | null {
  const text = textOfSection(model, section);
  const changed = model.commentary.find((one) => one.section === text)?.changed ?? 0;
  if (changed > 0) return t.reports.checks.staleText(changed);
  const area = model.areas.find((one) => one.section === section.id);
  const rows =
    section.kind === 'summary' ? model.headlines : area === undefined ? [] : rowsOfArea(model, area);
  const missing = rows.filter((row) => row.now.state === 'missing').length;
  return missing > 0 ? t.reports.sections.gaps(missing) : null;
}
