/** Opens the counting of survey answers from a line of tools. The address says so, so that it can be reached from elsewhere. */
import { usePlace } from '../../../app/index.ts';
import { useT } from '../../../i18n/index.tsx';
import { Button } from '../../../ui/index.ts';
import { AnswersDialog } from './AnswersDialog.tsx';

export function AnswersButton() {
  const t = useT();
  const place = usePlace();
  return (
    <>
      <Button
        kind="ghost"
        icon="table"
        title={t.quality.answers.open}
        aria-label={t.quality.answers.open}
        onClick={() => place.set({ survey: '1' })}
      >
        {t.quality.answers.short}
      </Button>
      <AnswersDialog
        open={place.param('survey') === '1'}
        onClose={() => place.set({ survey: undefined }, { replace: true })}
      />
    </>
  );
}
