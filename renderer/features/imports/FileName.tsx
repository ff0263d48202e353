/** A file's name, which breaks where names have joints: never in the middle of its ending. */
import { Fragment } from 'react';

export function FileName({ name }: { readonly name: string }) {
  return name.split(/(?<=[_\-./ ])/).map((part, i) => (
    // Parts of a name never change places.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={i}>
      {i > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
