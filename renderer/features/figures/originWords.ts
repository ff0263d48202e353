/** Who said a figure, in words. */
import type { Output } from '../../../shared/contract/api.ts';
import type { Catalogue } from '../../i18n/en/index.ts';

export type Origin = Output<'figures.origin'>;
export type Claim = Origin['claims'][number];

/** `Import 38`, `Typed by you`, `Demo figures`. */
export function sourceOf(claim: Claim, t: Catalogue): string {
  switch (claim.kind) {
    case 'import':
      return t.figures.origin.import(claim.batch);
    case 'edit':
      return t.figures.origin.edit;
    case 'demo':
      return t.figures.origin.demo;
  }
}

/** The claim that holds now: the newest one that was not taken back. */
export function holding(origin: Origin): Claim | undefined {
  return origin.claims.find((claim) => claim.live);
}
