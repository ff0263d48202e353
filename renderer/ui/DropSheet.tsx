/** Over everything while a file is held above the place that takes it: what becomes of it there. */
import css from './DropSheet.module.css';
import { Icon } from './Icon.tsx';

export function DropSheet({ title, text }: { readonly title: string; readonly text?: string }) {
  return (
    <div className={css['over']}>
      <div className={css['card']}>
        <Icon name="import" />
        <div>
          <p className={css['title']}>{title}</p>
          {text !== undefined && <p className={css['text']}>{text}</p>}
        </div>
      </div>
    </div>
  );
}
