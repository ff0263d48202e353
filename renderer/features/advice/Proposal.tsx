/** One proposal: the KPI, the rule by name, the figures that fired it, and the three answers to it. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { Recommendation } from '../../../shared/contract/api/advice.ts';
import { addDays, isoOf } from '../../../shared/domain/time.ts';
import { callOnce, useCommand } from '../../api/index.ts';
import { useClient, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toDto } from '../../i18n/period.ts';
import { Button, ErrorPanel, useToast } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import { ActionForm } from './ActionForm.tsx';
import { becauseTexts, laggingChannel } from './because.ts';
import css from './Proposal.module.css';
import { proposal, ruleName } from './ruleWords.ts';

/** Days until a new action is due: what is urgent is due in a week. */
const dueIn = { now: 7, soon: 14, watch: 28 } as const satisfies Record<Recommendation['urgency'], number>;

export interface ProposalProps {
  readonly item: Recommendation;
  readonly faces: Faces;
  /** Key of its KPI. */
  readonly kpi: string;
  /** Who did the last action: the likely owner of the next. */
  readonly owner: string;
  readonly isDismissed: boolean;
}

export function Proposal({ item, faces, kpi, owner, isDismissed }: ProposalProps) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const accept = useCommand('recommendations.accept');
  const dismiss = useCommand('recommendations.dismiss');
  const words = t.advice;
  const name = faces.name(kpi);
  const rule = ruleName(item.rule, t);
  const channel = item.channel === null ? null : String(item.channel);
  const answer = (dismissed: boolean): void => {
    const input = { client: client.id, mark: item.mark, dismissed };
    dismiss.mutate(input, {
      onSuccess: () => {
        if (dismissed)
          toast({
            text: words.dismissed(name),
            undo: () => void callOnce('recommendations.dismiss', { ...input, dismissed: false }),
          });
      },
    });
  };
  return (
    <li className={css['proposal']} aria-label={`${name}: ${rule}`}>
      <div className={css['words']}>
        <p className={css['head']}>
          <Link
            className={css['kpi']}
            href={place.href('explorer', { kpi: String(item.kpi), channel: channel ?? undefined })}
            aria-label={words.openExplorer(name)}
          >
            {name}
          </Link>
          <span className={css['channel']}>{faces.channel(channel) ?? t.common.allChannelsWord}</span>
          <span className={css['rule']}>{rule}</span>
        </p>
        <p className={css['because']}>{becauseTexts(item.because, { kpi, faces, format, t })}</p>
      </div>
      <div className={css['answers']}>
        {isDismissed ? (
          <Button
            size="small"
            busy={dismiss.isPending}
            aria-label={words.bringBackOf(name, rule)}
            onClick={() => answer(false)}
          >
            {words.bringBack}
          </Button>
        ) : (
          <>
            <Button
              size="small"
              aria-label={words.makeOf(name, rule)}
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {words.make}
            </Button>
            <Button
              size="small"
              kind="ghost"
              busy={dismiss.isPending}
              aria-label={words.dismissOf(name, rule)}
              onClick={() => answer(true)}
            >
              {words.dismiss}
            </Button>
          </>
        )}
      </div>
      {open && (
        <div className={css['form']}>
          <ActionForm
            label={words.make}
            start={{
              text: proposal(item.rule, name, laggingChannel(item.because, faces), t),
              owner,
              due: isoOf(addDays(place.today, dueIn[item.urgency])),
            }}
            submit={words.form.submit}
            primary
            busy={accept.isPending}
            onCancel={() => setOpen(false)}
            onSubmit={(draft) =>
              accept.mutate(
                {
                  client: client.id,
                  mark: item.mark,
                  period: toDto(place.period),
                  base: place.base,
                  ...draft,
                },
                { onSuccess: () => toast({ text: words.form.made(draft.text) }) },
              )
            }
          />
        </div>
      )}
      {(accept.error ?? dismiss.error) && <ErrorPanel inline error={accept.error ?? dismiss.error} />}
    </li>
  );
}
