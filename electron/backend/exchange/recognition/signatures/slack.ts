/**
 * Slack: the workspace by day, and its channels (no date inside). Shares are fractions. Who writes in private is not
 * told apart: "Messages posted" counts all of a workspace.
 */
import { column, dimension, ignored, metric, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

const workspace: Signature = {
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
  example: {
    file: 'Acme Analytics Oct 1, 2026 - Oct 2, 2026.csv',
    text: `Date,Total Members,Total Enabled Membership,Enabled Full Members,Enabled Guests,Daily active members,Daily members posting messages,Weekly active members,Weekly members posting messages,Messages in public channels,Messages in private channels,Messages in shared channels,Messages in DMs,"Percent of messages, public channels","Percent of messages, private channels","Percent of messages, DMs","Percent of views, public channels","Percent of views, private channels","Percent of views, DMs",Name,"Public channels, single-workspace",Messages posted,Messages posted by members,Messages posted by apps,Files uploaded
2026-10-01,120,118,110,8,40,15,80,30,60,10,0,30,0.6,0.1,0.3,0.7,0.1,0.2,Acme,12,100,90,10,4
2026-10-02,121,119,111,8,44,17,82,31,70,12,0,38,0.58,0.1,0.32,0.7,0.1,0.2,Acme,12,120,108,12,5
`,
    sums: { members: 241, active_members: 84, communicators: 32, messages: 220 },
    network: 'slack',
    language: 'en',
  },
};

const channels: Signature = {
  platform: 'slack',
  report: 'channel analytics',
  kind: 'breakdown',
  network: 'slack',
  confidence: 'memory',
  columns: [
    dimension('room', 'Name', must),
    metric('messages', 'Messages posted', must),
    metric('members', 'Total membership', telling),
    metric('communicators', 'Members who posted', telling),
    metric('reactions', 'Reactions added'),
    column('ignored', 'Members who viewed', telling),
    ignored(
      'Visibility',
      'Created',
      'Last active',
      'Full members',
      'Guests',
      'Messages posted by members',
      'Members who reacted',
      'Change in members who posted',
      'Total members',
    ),
  ],
  example: {
    file: 'channels.csv',
    text: `Name,Created,Last active,Total membership,Messages posted,Messages posted by members,Members who viewed,Members who posted,Reactions added,Members who reacted
general,2024-01-10,2026-10-30,120,300,290,90,40,75,30
help,2024-02-01,2026-10-31,80,200,200,60,25,20,12
`,
    sums: {
      'messages/room': 500,
      'members/room': 200,
      'communicators/room': 65,
      'reactions/room': 95,
    },
    answers: { 'confirm:slack:channel analytics': 'yes' },
    network: 'slack',
    language: 'en',
  },
};

export const slack: readonly Signature[] = [workspace, channels];
