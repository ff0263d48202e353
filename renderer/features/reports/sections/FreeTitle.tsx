/** The title of a free text, in the report's language, and taking the section away. */
import { useState } from 'react';
import type { Language } from '../../../../shared/domain/kpi.ts';
import { useT } from '../../../i18n/index.tsx';
import { IconButton, TextInput } from '../../../ui/index.ts';
import { titled, without } from './layout.ts';
import css from './sections.module.css';
import type { Sections } from './useSections.ts';

export interface FreeTitleProps {
  readonly section: string;
  readonly name: string;
  readonly sections: Sections;
  readonly language: Language;
  readonly onGone: () => void;
}

export function FreeTitle({ section, name, sections, language, onGone }: FreeTitleProps) {
  const t = useT();
  const words = t.reports.sections;
  const { layout, change } = sections;
  const [title, setTitle] = useState(
    () => layout.sections.find((one) => one.section === section)?.title?.[language] ?? name,
  );
  return (
    <div className={css['free']}>
      <TextInput
        label={t.texts.heading}
        value={title}
        maxLength={120}
        onChange={setTitle}
        onBlur={() => {
          const text = title.trim();
          if (text !== '' && text !== name) change(titled(layout, section, text, language), words.changed);
        }}
      />
      <IconButton
        icon="trash"
        label={words.remove}
        onClick={() => {
          change(without(layout, section), words.removed(name));
          onGone();
        }}
      />
    </div>
  );
}
