/** A key, drawn as one. */
import css from './KeyHint.module.css';

export function KeyHint({ keys }: { readonly keys: string }) {
  return <kbd className={css['key']}>{keys}</kbd>;
}
