/** What holds for the reports of all clients alike, said once instead of in each line. */
import { Link } from 'wouter';
import { useAppState } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Icon } from '../../ui/index.ts';
import css from './deliveries.module.css';

export function Notice() {
  const t = useT();
  const { settings } = useAppState();
  if (settings.preparedBy.trim() !== '') return null;
  return (
    <p className={css['notice']}>
      <Icon name="warning" />
      {t.deliveries.noAuthor} <Link href="/settings">{t.deliveries.nameAuthor}</Link>
    </p>
  );
}
