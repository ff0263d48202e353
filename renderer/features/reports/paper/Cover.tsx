/** The first page: whose report it is, of when, against what, what it found, and what is where. */
import { createContext, useContext } from 'react';
import { printedSections } from '../../../../shared/domain/report.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { contrast } from '../../../ui/accent.ts';
import { usePaper } from './Context.tsx';
import css from './cover.module.css';

/** Of the page, counted from 0: where links of the contents lead. */
export function pageId(index: number): string {
  return `report-page-${index}`;
}

/** The page each section begins on, counted from 1; empty while that is not known yet. */
export const PagesContext = createContext<ReadonlyMap<string, number>>(new Map());

const WHITE = '#ffffff';
const INK = '#15191d';

export function Cover() {
  const t = useT();
  const format = useFormat();
  const { model, printed } = usePaper();
  const Name = printed ? 'h1' : 'h2';
  const pages = useContext(PagesContext);
  const words = t.reports.paper;
  const { client } = model;
  const letters = contrast(client.color, WHITE) >= contrast(client.color, INK) ? WHITE : INK;
  return (
    <div className={css['cover']}>
      <div className={css['band']} style={{ backgroundColor: client.color, color: letters }}>
        {client.logo === null ? (
          <span className={css['initials']} aria-hidden="true">
            {client.initials}
          </span>
        ) : (
          <span className={css['logo']}>
            <img src={client.logo} alt="" />
          </span>
        )}
      </div>
      <div className={css['body']}>
        <p className={css['client']}>{client.name}</p>
        <Name className={css['name']}>{words.reportFor(format.span(model.span, 'long'))}</Name>
        <p className={css['base']}>
          {model.base.label === '' ? words.notCompared : words.against(model.base.label)}
          {model.running && `. ${words.running}`}
        </p>
        <p className={css['finding']}>{model.headline}</p>
        <ol className={css['contents']} aria-label={words.contents}>
          {printedSections(model)
            .filter((section) => section.kind !== 'cover')
            .map((section) => (
              <li key={section.id}>
                <a
                  href={`#${pageId((pages.get(section.id) ?? 1) - 1)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    event.currentTarget
                      .closest('[data-paper]')
                      ?.querySelector(`[data-section="${CSS.escape(section.id)}"]`)
                      ?.scrollIntoView({ block: 'start' });
                  }}
                >
                  <span>{section.name}</span>
                  <span className={css['leader']} aria-hidden="true" />
                  <span className={css['number']}>{pages.get(section.id) ?? ''}</span>
                </a>
              </li>
            ))}
        </ol>
        <p className={css['foot']}>
          {[
            words.dataAsOf(format.date(model.preparedOn, 'long')),
            ...(model.preparedBy === '' ? [] : [words.preparedBy(model.preparedBy)]),
          ].join(' ')}
        </p>
      </div>
    </div>
  );
}
