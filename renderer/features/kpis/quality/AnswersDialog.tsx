/** Pasted answers of a survey, counted on a stated scale and recorded as figures of a channel and a period. */
import { surveyScales } from '../../../../shared/domain/survey.ts';
import type { SurveySet } from '../../../../shared/domain/survey.ts';
import { clientHref, useClient, usePlace } from '../../../app/index.ts';
import { useT } from '../../../i18n/index.tsx';
import { Button, Dialog, ErrorPanel, Field, LinkButton, Select, TextArea } from '../../../ui/index.ts';
import { PeriodPicker } from '../../../ui/PeriodPicker.tsx';
import css from './answers.module.css';
import { AnswersPreview } from './AnswersPreview.tsx';
import { useAnswers } from './useAnswers.ts';
import type { Answers } from './useAnswers.ts';

interface AnswersDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** What was asked, where it is known. */
  readonly asked?: SurveySet;
}

/** Each opening begins anew. */
export function AnswersDialog({ open, onClose, asked = 'recommend' }: AnswersDialogProps) {
  return open ? <OpenDialog asked={asked} onClose={onClose} /> : null;
}

function OpenDialog({ asked, onClose }: { readonly asked: SurveySet; readonly onClose: () => void }) {
  const t = useT();
  const client = useClient();
  const answers = useAnswers(asked, onClose);
  const words = t.quality.answers;
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.title}
      wide
      footer={
        <>
          <Button kind="ghost" onClick={onClose}>
            {t.common.cancel}
          </Button>
          <Button
            kind="primary"
            busy={answers.busy}
            disabled={!answers.ready}
            onClick={() => void answers.record()}
          >
            {words.record(answers.tally.n)}
          </Button>
        </>
      }
    >
      {answers.error && <ErrorPanel error={answers.error} inline />}
      {answers.channels?.length === 0 ? (
        <p className={css['none']}>
          {words.noChannel} <LinkButton to={clientHref(client.id, 'setup')}>{words.toSetup}</LinkButton>
        </p>
      ) : (
        <div className={css['sides']}>
          <AnswersForm answers={answers} />
          <AnswersPreview answers={answers} />
        </div>
      )}
    </Dialog>
  );
}

function AnswersForm({ answers }: { readonly answers: Answers }) {
  const t = useT();
  const place = usePlace();
  const words = t.quality.answers;
  const { columns, channels = [], channel } = answers;
  return (
    <div className={css['form']}>
      <TextArea
        label={words.paste}
        hint={words.pasteHint}
        rows={8}
        mono
        value={answers.text}
        onChange={answers.setText}
      />
      {columns.length > 1 && (
        <Field label={words.column}>
          {({ id, labelId }) => (
            <Select
              id={id}
              labelledBy={labelId}
              look="form"
              value={String(answers.column)}
              onChange={(column) => answers.setColumn(Number(column))}
              items={columns.map((column, i) => ({
                value: String(i),
                label: words.columnOf(i + 1, (column[0] ?? '').trim().slice(0, 30)),
              }))}
            />
          )}
        </Field>
      )}
      <Field label={words.scale} hint={words.lines[answers.scale]}>
        {({ id, labelId }) => (
          <Select
            id={id}
            labelledBy={labelId}
            look="form"
            value={answers.scale}
            onChange={answers.setScale}
            items={surveyScales.map((value) => ({ value, label: words.scales[value] }))}
          />
        )}
      </Field>
      <Field label={words.channel}>
        {({ id, labelId }) => (
          <Select
            id={id}
            labelledBy={labelId}
            look="form"
            value={channel ? String(channel.id) : ''}
            onChange={(id_) => answers.setChannel(Number(id_))}
            items={channels.map((one) => ({ value: String(one.id), label: one.name }))}
          />
        )}
      </Field>
      <div className={css['period']}>
        <span>{words.period}</span>
        <PeriodPicker
          period={answers.period}
          onChange={answers.setPeriod}
          today={place.today}
          allowed={['week', 'month', 'quarter']}
        />
      </div>
    </div>
  );
}
