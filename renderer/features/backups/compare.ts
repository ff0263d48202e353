/** What putting a backup back would change: its clients beside those of the book. Pure. */
import type { BackupContents } from '../../../shared/contract/api/backups.ts';

type ClientIn = BackupContents['clients'][number];

export interface ClientLine {
  readonly name: string;
  readonly archived: boolean;
  /** As the backup has it; `null`: it is not in it. */
  readonly then: ClientIn | null;
  /** As the book has it; `null`: it is not in it. */
  readonly now: ClientIn | null;
}

/** Those of the backup in its order, then those the book alone has. Clients are told apart by name, as a person does. */
export function clientLines(then: readonly ClientIn[], now: readonly ClientIn[]): readonly ClientLine[] {
  const named = (name: string, list: readonly ClientIn[]): ClientIn | null =>
    list.find((one) => one.name.toLowerCase() === name.toLowerCase()) ?? null;
  return [
    ...then.map((one) => ({
      name: one.name,
      archived: one.archived,
      then: one,
      now: named(one.name, now),
    })),
    ...now
      .filter(({ name }) => named(name, then) === null)
      .map((one) => ({ name: one.name, archived: one.archived, then: null, now: one })),
  ];
}
