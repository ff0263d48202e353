/**
 * Discord server insights: one small CSV a question, ISO timestamps, percentages 0 to 100.
 */
import { column, dimension, ignored, metric, must, part, telling } from '../signature.ts';
import type { ColumnSpec, Signature } from '../signature.ts';

const stamp = column('date', 'interval_start_timestamp', { ...must, ...telling });

function report(name: string, columns: readonly ColumnSpec[]): Signature {
  return {
    platform: 'discord',
    network: 'discord',
    confidence: 'real',
    kind: 'series',
    percent: 'bare',
    report: name,
    columns: [stamp, ...columns],
  };
}

export const discord: readonly Signature[] = [
  report('message activity', [
    metric('messages', 'messages', must),
    metric('messages_per_communicator', 'messages_per_communicator', { ...must, unit: 'number' }),
  ]),
  report('total membership', [metric('members', 'total_membership', must)]),
  report('retention', [
    metric('new_members', 'new_members', must),
    metric('member_retention', 'pct_retained', { ...must, unit: 'percent' }),
  ]),
  report('activation', [
    metric('new_members', 'new_members', must),
    ignored('pct_communicated', 'pct_opened_channels'),
    column('ignored', 'pct_opened_channels', must),
  ]),
  report('communicators', [metric('active_members', 'visitors', must), ignored('pct_communicated')]),
  report('joins by source', [
    part('new_members', 'source', 'discovery', 'discovery_joins', must),
    part('new_members', 'source', 'invites', 'invites', must),
    part('new_members', 'source', 'vanity', 'vanity_joins'),
  ]),
  report('joins by invite link', [
    dimension('invite', 'invite_link', must),
    metric('new_members', 'joins', must),
  ]),
  report('joins by referring domain', [
    dimension('source', 'referring_domain', must),
    metric('new_members', 'joins', must),
  ]),
  report('new members by tenure', [
    dimension('tenure', 'tenure', must),
    metric('new_members', 'new_members', must),
  ]),
  report('leavers', [
    dimension('days_in_server', 'days_in_guild', must),
    metric('lost_members', 'leavers', must),
  ]),
  report('muters', [dimension('days_in_server', 'days_in_guild', must), column('ignored', 'muters', must)]),
  report('voice activity', [metric('voice_minutes', 'speaking_minutes', must)]),
  report('participators by platform', [
    dimension('device', 'platform', must),
    metric('active_members', 'participators', must),
  ]),
  report('participators by tenure', [
    dimension('tenure', 'tenure', must),
    metric('active_members', 'participators', must),
  ]),
  report('participators by country', [
    dimension('country', 'country_code', must),
    metric('active_members', 'participators', must),
  ]),
  report('text channels', [
    dimension('channel', 'channel_name', must),
    dimension('channel_id', 'channel_id'),
    metric('viewers', 'readers', must),
    metric('communicators', 'chatters', must),
    metric('messages', 'messages', must),
  ]),
  report('voice channels', [
    dimension('channel', 'channel_name', must),
    dimension('channel_id', 'channel_id'),
    metric('viewers', 'listeners', must),
    metric('communicators', 'communicators', must),
  ]),
  report('new followers', [metric('new_followers', 'new_followers', must)]),
  report('total followers', [metric('followers', 'total_followers', must)]),
  report('followers lost', [metric('lost_followers', 'unfollows', must)]),
  report('following servers by size', [
    dimension('server_size', 'guild_size', must),
    column('ignored', 'total_guilds_following', must),
  ]),
];
