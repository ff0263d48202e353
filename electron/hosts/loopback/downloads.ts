/** One-time addresses for files on their way out: asked for with the token, fetched once, within a minute. */
import { randomBytes } from 'node:crypto';
import { ticks } from '../../backend/ticks.ts';

const LIFETIME_MS = 60_000;

export interface Download {
  readonly handle: string;
  /** As the person will see it. */
  readonly name: string;
}

export interface Downloads {
  offer(download: Download): string;
  take(id: string): Download | null;
}

export function createDownloads(now: () => number = ticks): Downloads {
  const offers = new Map<string, Download & { readonly until: number }>();
  return {
    offer: (download) => {
      for (const [id, offer] of offers) if (offer.until < now()) offers.delete(id);
      const id = randomBytes(32).toString('hex');
      offers.set(id, { ...download, until: now() + LIFETIME_MS });
      return id;
    },
    take: (id) => {
      const offer = offers.get(id);
      offers.delete(id);
      return offer === undefined || offer.until < now() ? null : offer;
    },
  };
}
