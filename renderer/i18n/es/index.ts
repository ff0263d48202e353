/** Spanish, with every message of the English catalogue. */
import type { Catalogue } from '../en/index.ts';
import { about } from './about.ts';
import { backups } from './backups.ts';
import { privacy } from './privacy.ts';
import { rescue } from './rescue.ts';
import { app } from './app.ts';
import { archives } from './archives.ts';
import { common } from './common.ts';
import { errors } from './errors.ts';
import { status } from './status.ts';
import { start } from './start.ts';
import { portfolio } from './portfolio.ts';
import { clients } from './clients.ts';
import { kpis } from './kpis.ts';
import { settings } from './settings.ts';
import { dashboard } from './dashboard.ts';
import { scorecard } from './scorecard.ts';
import { deletion } from './deletion.ts';
import { deliveries } from './deliveries.ts';
import { due } from './due.ts';
import { explorer } from './explorer.ts';
import { figures } from './figures.ts';
import { imports } from './imports.ts';
import { journal } from './journal.ts';
import { help } from './help.ts';
import { made } from './made.ts';
import { quality } from './quality.ts';
import { reports } from './reports.ts';
import { returns } from './returns.ts';
import { tags } from './tags.ts';
import { texts } from './texts.ts';
import { content } from './content.ts';
import { charts } from './charts.ts';
import { advice } from './advice.ts';
import { mapping } from './mapping.ts';

export const es: Catalogue = {
  about,
  app,
  backups,
  archives,
  common,
  errors,
  status,
  start,
  portfolio,
  clients,
  kpis,
  privacy,
  rescue,
  settings,
  dashboard,
  scorecard,
  deletion,
  deliveries,
  due,
  explorer,
  figures,
  imports,
  journal,
  help,
  made,
  quality,
  reports,
  returns,
  tags,
  texts,
  charts,
  content,
  advice,
  mapping,
};
