/**
 * Discord server insights: one small CSV a question, ISO timestamps, percentages 0 to 100.
 */
import { column, dimension, ignored, metric, must, part, telling } from '../reports/signature.ts';
import type { ColumnSpec, Signature } from '../reports/signature.ts';

const stamp = column('date', 'interval_start_timestamp', { ...must, ...telling });

/** `rows` are those of its example, the stamp left out: two hours of a day each. */
function report(
  name: string,
  columns: readonly ColumnSpec[],
  file: string,
  header: string,
  rows: readonly string[],
  sums: Readonly<Record<string, number>>,
): Signature {
  return {
    platform: 'discord',
    network: 'discord',
    confidence: 'real',
    kind: 'series',
    percent: 'bare',
    report: name,
    columns: [stamp, ...columns],
    example: {
      file,
      text: [
        `interval_start_timestamp,${header}`,
        ...rows.map((row, i) => `2026-03-0${i + 1}T00:00:00+00:00,${row}`),
      ].join('\r\n'),
      sums,
      network: 'discord',
      language: 'en',
    },
  };
}

export const discord: readonly Signature[] = [
  report(
    'message activity',
    [
      metric('messages', 'messages', must),
      metric('messages_per_communicator', 'messages_per_communicator', { ...must, unit: 'number' }),
    ],
    'guild-message-activity.csv',
    'messages,messages_per_communicator',
    ['120,4.5', '80,3.25'],
    { messages: 200, messages_per_communicator: 7.75 },
  ),
  report(
    'total membership',
    [metric('members', 'total_membership', must)],
    'guild-total-membership.csv',
    'total_membership',
    ['500', '504'],
    { members: 1004 },
  ),
  report(
    'retention',
    [
      metric('new_members', 'new_members', must),
      metric('member_retention', 'pct_retained', { ...must, unit: 'percent' }),
    ],
    'guild-retention.csv',
    'new_members,pct_retained',
    ['10,25.5', '0'],
    { new_members: 10, member_retention: 0.255 },
  ),
  report(
    'activation',
    [
      metric('new_members', 'new_members', must),
      ignored('pct_communicated', 'pct_opened_channels'),
      column('ignored', 'pct_opened_channels', must),
    ],
    'guild-activation.csv',
    'new_members,pct_communicated,pct_opened_channels',
    ['10,30,60', '5,20,40'],
    { new_members: 15 },
  ),
  report(
    'communicators',
    [metric('active_members', 'visitors', must), ignored('pct_communicated')],
    'guild-communicators.csv',
    'visitors,pct_communicated',
    ['90,12.5', '70,10'],
    { active_members: 160 },
  ),
  report(
    'joins by source',
    [
      part('new_members', 'source', 'discovery', 'discovery_joins', must),
      part('new_members', 'source', 'invites', 'invites', must),
      part('new_members', 'source', 'vanity', 'vanity_joins'),
    ],
    'guild-joins-by-source.csv',
    'discovery_joins,invites,vanity_joins',
    ['1,4,2', '0,3,1'],
    { 'new_members/source': 11 },
  ),
  report(
    'joins by invite link',
    [dimension('invite', 'invite_link', must), metric('new_members', 'joins', must)],
    'joins-by-invite-link.csv',
    'invite_link,joins',
    ['abc123,4', 'def456,3'],
    { 'new_members/invite': 7 },
  ),
  report(
    'joins by referring domain',
    [dimension('source', 'referring_domain', must), metric('new_members', 'joins', must)],
    'joins-by-referring-domain.csv',
    'referring_domain,joins',
    ['google.com,4', 'reddit.com,3'],
    { 'new_members/source': 7 },
  ),
  report(
    'new members by tenure',
    [dimension('tenure', 'tenure', must), metric('new_members', 'new_members', must)],
    'new-members-by-discord-tenure.csv',
    'tenure,new_members',
    ["'< 1 month',4", "'> 1 year',3"],
    { 'new_members/tenure': 7 },
  ),
  report(
    'leavers',
    [dimension('days_in_server', 'days_in_guild', must), metric('lost_members', 'leavers', must)],
    'guild-leavers.csv',
    'days_in_guild,leavers',
    ["'< 1 day',2", "'> 1 month',1"],
    { 'lost_members/days_in_server': 3 },
  ),
  report(
    'muters',
    [dimension('days_in_server', 'days_in_guild', must), column('ignored', 'muters', must)],
    'guild-muters.csv',
    'days_in_guild,muters',
    ["'< 1 day',2", "'> 1 month',1"],
    {},
  ),
  report(
    'voice activity',
    [metric('voice_minutes', 'speaking_minutes', { ...must, unit: 'minutes' })],
    'guild-voice-activity.csv',
    'speaking_minutes',
    ['340', '0'],
    { voice_minutes: 20400 },
  ),
  report(
    'participators by platform',
    [dimension('device', 'platform', must), metric('active_members', 'participators', must)],
    'participators-by-platform.csv',
    'platform,participators',
    ["'Desktop Only',30", "'Mobile Only',20"],
    { 'active_members/device': 50 },
  ),
  report(
    'participators by tenure',
    [dimension('tenure', 'tenure', must), metric('active_members', 'participators', must)],
    'participators-by-guild-tenure.csv',
    'tenure,participators',
    ["'< 1 month',30", "'> 1 year',20"],
    { 'active_members/tenure': 50 },
  ),
  report(
    'participators by country',
    [dimension('country', 'country_code', must), metric('active_members', 'participators', must)],
    'participators-by-reg-country.csv',
    'country_code,participators',
    ['ES,30', 'MX,20'],
    { 'active_members/country': 50 },
  ),
  report(
    'text channels',
    [
      dimension('channel', 'channel_name', must),
      dimension('channel_id', 'channel_id'),
      metric('viewers', 'readers', must),
      metric('communicators', 'chatters', must),
      metric('messages', 'messages', must),
    ],
    'popular-text-channels.csv',
    'channel_name,channel_id,readers,chatters,messages',
    ['general,550000000000000001,60,12,140', 'help,550000000000000002,30,8,60'],
    { 'viewers/channel': 90, 'communicators/channel': 20, 'messages/channel': 200 },
  ),
  report(
    'voice channels',
    [
      dimension('channel', 'channel_name', must),
      dimension('channel_id', 'channel_id'),
      metric('viewers', 'listeners', must),
      metric('communicators', 'communicators', must),
    ],
    'popular-voice-channels.csv',
    'channel_name,channel_id,listeners,communicators',
    ['lounge,550000000000000003,9,4', 'music,550000000000000004,6,1'],
    { 'viewers/channel': 15, 'communicators/channel': 5 },
  ),
  report(
    'new followers',
    [metric('new_followers', 'new_followers', must)],
    'guild-new-followers.csv',
    'new_followers',
    ['3', '1'],
    { new_followers: 4 },
  ),
  report(
    'total followers',
    [metric('followers', 'total_followers', must)],
    'guild-total-followers.csv',
    'total_followers',
    ['40', '41'],
    { followers: 81 },
  ),
  report(
    'followers lost',
    [metric('lost_followers', 'unfollows', must)],
    'servers-unfollowed.csv',
    'unfollows',
    ['1', '0'],
    { lost_followers: 1 },
  ),
  report(
    'following servers by size',
    [dimension('server_size', 'guild_size', must), column('ignored', 'total_guilds_following', must)],
    'following-guilds-by-size.csv',
    'guild_size,total_guilds_following',
    ["'10-99',5", "'100-999',2"],
    {},
  ),
];
