/**
 * Every signature there is. A new platform is one file and one line here.
 */
import type { Signature } from '../reports/signature.ts';
import { buffer } from './buffer.ts';
import { discourse } from './discourse.ts';
import { facebookGroup } from './facebookGroup.ts';
import { googleAds } from './googleAds.ts';
import { googleBusiness } from './googleBusiness.ts';
import { hootsuite } from './hootsuite.ts';
import { klaviyo } from './klaviyo.ts';
import { linkedinAds } from './linkedinAds.ts';
import { mailchimp } from './mailchimp.ts';
import { metricool } from './metricool.ts';
import { pinterest } from './pinterest.ts';
import { reddit } from './reddit.ts';
import { shop } from './shop.ts';
import { slack } from './slack.ts';
import { sprout } from './sprout.ts';
import { substack } from './substack.ts';
import { tiktokAds } from './tiktokAds.ts';
import { twitch } from './twitch.ts';
import { brandwatch } from './brandwatch.ts';
import { eventbrite } from './eventbrite.ts';
import { trustpilot } from './trustpilot.ts';
import { googlePlay } from './googlePlay.ts';
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
import { zendesk } from './zendesk.ts';
import { freshdesk } from './freshdesk.ts';
import { intercom } from './intercom.ts';
import { helpdesk } from './helpdesk.ts';
import { surveymonkey } from './surveymonkey.ts';
import { typeform } from './typeform.ts';
import { googleForms } from './googleForms.ts';
import { microsoftForms } from './microsoftForms.ts';

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
  ...slack,
  ...discourse,
  ...reddit,
  ...facebookGroup,
  ...googleBusiness,
  ...pinterest,
  ...twitch,
  ...mailchimp,
  ...klaviyo,
  ...substack,
  ...sprout,
  ...hootsuite,
  ...buffer,
  ...metricool,
  ...googleAds,
  ...linkedinAds,
  ...tiktokAds,
  ...shop,
  ...trustpilot,
  ...googlePlay,
  ...brandwatch,
  ...eventbrite,
  ...zendesk,
  ...freshdesk,
  ...intercom,
  ...helpdesk,
  ...surveymonkey,
  ...typeform,
  ...googleForms,
  ...microsoftForms,
];
