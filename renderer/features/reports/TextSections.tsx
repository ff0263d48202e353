/** The sections that can have a commentary: written, not written, or with figures that have changed since. */
import { useT } from '../../i18n/index.tsx';
import type { ReportModel } from '../../../shared/domain/report.ts';
import { cx, Icon } from '../../ui/index.ts';
import css from './Commentary.module.css';
import { sectionsOf } from './texts.ts';

export interface TextSectionsProps {
  readonly model: ReportModel;
  readonly open: string | null;
  readonly onOpen: (section: string) => void;
}

export function TextSections({ model, open, onOpen }: TextSectionsProps) {
  const t = useT();
  const words = t.texts;
  return (
    <section className={css['sections']}>
      <h2>{words.title}</h2>
      <ul>
        {sectionsOf(model).map(({ id, name }) => {
          const text = model.commentary.find((one) => one.section === id);
          const changed = text?.changed ?? 0;
          const state =
            text === undefined
              ? words.state.none
              : changed > 0
                ? words.state.changed(changed)
                : words.state.written;
          return (
            <li key={id}>
              <button
                type="button"
                className={cx(css['section'], open === id && css['sectionOpen'])}
                aria-current={open === id}
                aria-label={`${name ?? words.summary}, ${state}`}
                title={state}
                onClick={() => onOpen(id)}
              >
                <span className={cx(css['sectionName'], text === undefined && css['grey'])}>
                  {name ?? words.summary}
                </span>
                {changed > 0 ? (
                  <span className={css['warn']}>
                    <Icon name="warning" />
                  </span>
                ) : (
                  <span className={css['faint']}>
                    <Icon name={text === undefined ? 'plus' : 'pencil'} />
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
