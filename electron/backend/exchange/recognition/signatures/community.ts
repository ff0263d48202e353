/**
 * Community and mail tools with documented exports: Slack, Mailchimp, Klaviyo, Google Business Profile.
 */
import { column, dimension, ignored, metric, must, telling } from '../signature.ts';
import type { Signature } from '../signature.ts';

const slack: Signature = {
  platform: 'slack',
  report: 'workspace analytics',
  kind: 'series',
  network: 'slack',
  confidence: 'documented',
  cadence: 'day',
  percent: 'fraction',
  columns: [
    column('date', 'Date', must),
    metric('members', 'Total Members', must),
    metric('active_members', 'Daily active members', { ...must, ...telling }),
    metric('communicators', 'Daily members posting messages', telling),
    metric('messages', 'Messages posted'),
    ignored(
      'Total Enabled Membership',
      'Enabled Full Members',
      'Enabled Guests',
      'Weekly active members',
      'Weekly members posting messages',
      'Messages in public channels',
      'Messages in private channels',
      'Messages in shared channels',
      'Messages in DMs',
      'Percent of messages, public channels',
      'Percent of messages, private channels',
      'Percent of messages, DMs',
      'Percent of views, public channels',
      'Percent of views, private channels',
      'Percent of views, DMs',
      'Name',
      'Public channels, single-workspace',
      'Messages posted by members',
      'Messages posted by apps',
      'Files uploaded',
    ),
  ],
};

const businessProfile: Signature = {
  platform: 'google-business-profile',
  report: 'performance',
  kind: 'breakdown',
  network: 'google-business',
  confidence: 'documented',
  columns: [
    dimension('location', 'Business name', must),
    column('ignored', 'Store code', { ...must, ...telling }),
    ignored('Address', 'Labels', 'Food orders', 'Food menu clicks', 'Hotel bookings'),
    metric('messages', 'Messages'),
    metric('bookings', 'Bookings'),
    metric('direction_requests', 'Directions'),
    ignored(
      'Google Search - Mobile',
      'Google Search - Desktop',
      'Google Maps - Mobile',
      'Google Maps - Desktop',
    ),
    metric('phone_clicks', 'Calls', must),
    metric('link_clicks', 'Website clicks', must),
  ],
};

export const community: readonly Signature[] = [slack, businessProfile];
