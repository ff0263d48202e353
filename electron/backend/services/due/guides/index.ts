/** Every guide there is, found by the report of an imported file or by a channel's network. */
import { ads } from './ads.ts';
import { community } from './community.ts';
import { desks } from './desks.ts';
import { google } from './google.ts';
import type { ExportGuide } from './guide.ts';
import { mail } from './mail.ts';
import { meta } from './meta.ts';
import { professional } from './professional.ts';
import { tools } from './tools.ts';
import { video } from './video.ts';

export const guides: readonly ExportGuide[] = [
  ...meta,
  ...video,
  ...professional,
  ...google,
  ...community,
  ...ads,
  ...mail,
  ...tools,
  ...desks,
];

const byReport = new Map(guides.flatMap((guide) => guide.reports.map((report) => [report, guide] as const)));

/** The guide of what an imported file was recognised as. */
export function guideOfReport(platform: string, report: string): ExportGuide | undefined {
  return byReport.get(`${platform}/${report}`) ?? byReport.get(`${platform}/*`);
}

/** What is asked for on a network before any file has shown where its figures come from. */
export function usualGuides(network: string): readonly ExportGuide[] {
  return guides.filter((guide) => guide.usual === true && guide.networks.includes(network));
}
