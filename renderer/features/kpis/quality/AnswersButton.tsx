/** Opens the counting of survey answers from a line of tools. */
import { useState } from 'react';
import { useT } from '../../../i18n/index.tsx';
import { Button } from '../../../ui/index.ts';
import { AnswersDialog } from './AnswersDialog.tsx';

export function AnswersButton() {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        kind="ghost"
        icon="table"
        title={t.quality.answers.open}
        aria-label={t.quality.answers.open}
        onClick={() => setOpen(true)}
      >
        {t.quality.answers.short}
      </Button>
      <AnswersDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
}
