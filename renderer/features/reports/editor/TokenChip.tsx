/** A number inside a text: marked as live, amber once it is no longer what was approved, its origin a glance away. */
import type { Language } from '../../../../shared/domain/kpi.ts';
import type { TextTold } from '../../../../shared/contract/api/texts.ts';
import { useClient } from '../../../app/index.ts';
import { ClientFormat } from '../../../i18n/format.tsx';
import { LanguageProvider } from '../../../i18n/index.tsx';
import { cx, HoverSheet } from '../../../ui/index.ts';
import css from '../paper/text.module.css';
import { Provenance } from './Provenance.tsx';

export interface TokenChipProps {
  readonly text: string;
  readonly told: TextTold;
  readonly then: string | null;
  /** The reader's language: a text in another one still explains itself in theirs. */
  readonly language: Language;
}

export function TokenChip({ text, told, then, language }: TokenChipProps) {
  const client = useClient();
  return (
    <HoverSheet
      label={told.name[language]}
      trigger={<span className={cx(css['chip'], then !== null && css['chipStale'])}>{text}</span>}
    >
      <LanguageProvider language={language}>
        <ClientFormat client={client}>
          <Provenance told={told} then={then} />
        </ClientFormat>
      </LanguageProvider>
    </HoverSheet>
  );
}
