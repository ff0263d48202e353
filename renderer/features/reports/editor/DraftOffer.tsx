/** What an empty section may begin with: the text its own figures give, to be changed like any other. */
import type { Input } from '../../../../shared/contract/api.ts';
import { useCall } from '../../../api/index.ts';
import { useT } from '../../../i18n/index.tsx';
import { Button } from '../../../ui/index.ts';
import css from './Commentary.module.css';

export interface DraftOfferProps {
  readonly place: Input<'texts.draft'>;
  readonly onTake: (body: string) => void;
}

export function DraftOffer({ place, onTake }: DraftOfferProps) {
  const t = useT();
  const { data } = useCall('texts.draft', place);
  const body = data?.body ?? '';
  if (body === '') return null;
  return (
    <div className={css['offer']}>
      <Button size="small" icon="pencil" onClick={() => onTake(body)}>
        {t.texts.draft.title}
      </Button>
      <span className={css['grey']}>{t.texts.draft.hint}</span>
    </div>
  );
}
