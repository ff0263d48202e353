/**
 * Every signature there is. A new platform is one file and one line here.
 */
import type { Signature } from '../signature.ts';
import { community } from './community.ts';
import { discord } from './discord.ts';
import { facebookOld } from './facebookOld.ts';
import { ga4 } from './ga4.ts';
import { linkedin } from './linkedin.ts';
import { meta } from './meta.ts';
import { metaAds } from './metaAds.ts';
import { searchConsole } from './searchConsole.ts';
import { tiktok } from './tiktok.ts';
import { x } from './x.ts';
import { youtube } from './youtube.ts';

export const signatures: readonly Signature[] = [
  ...meta,
  ...metaAds,
  ...facebookOld,
  ...tiktok,
  ...youtube,
  ...linkedin,
  ...x,
  ...ga4,
  ...searchConsole,
  ...discord,
  ...community,
];
