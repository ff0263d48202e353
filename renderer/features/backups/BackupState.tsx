/** How a backup is: checked when it was made, or as it was found just now. By icon and word. */
import type { BackupContents } from '../../../shared/contract/api/backups.ts';
import { useT } from '../../i18n/index.tsx';
import { cx, Icon } from '../../ui/index.ts';
import css from './backups.module.css';

export function BackupState({ found }: { readonly found: BackupContents['state'] | undefined }) {
  const t = useT();
  const words = t.backups.states;
  return (
    <span className={cx(css['state'], css[found ?? 'checked'])}>
      <Icon name={found === 'damaged' || found === 'newer' ? 'warning' : 'check'} />
      {words[found ?? 'checked']}
    </span>
  );
}
