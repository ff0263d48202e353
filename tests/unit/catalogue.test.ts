import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../electron/backend/catalogue.ts';
import { checkCatalogue } from '../../shared/domain/catalogue-check.ts';
import { kpiAnswering, kpiByKey } from '../../shared/domain/catalogue.ts';
import type { Direction, KpiDefinition } from '../../shared/domain/kpi.ts';
import { stageKeys } from '../../shared/domain/kpi.ts';
import phrases from '../fixtures/seed-phrases.json' with { type: 'json' };

const resources = path.join(import.meta.dirname, '..', '..', 'resources');
const catalogue = loadCatalogue(resources);
const entry = (key: string): KpiDefinition => {
  const kpi = kpiByKey(catalogue, key);
  if (!kpi) throw new Error(`no KPI ${key}`);
  return kpi;
};

/** Keys that files of known platforms are read into; renaming one breaks every import of it. */
const importerKeys = (
  'reach impressions views video_views viewers likes dislikes reactions comments shares reposts saves quotes replies ' +
  'interactions engagement_rate followers new_followers lost_followers net_follower_growth channel_subscribers ' +
  'new_subscribers lost_subscribers members new_members lost_members active_members communicators messages ' +
  'messages_per_communicator visits profile_visits page_views unique_visitors link_clicks clicks phone_clicks ' +
  'click_through_rate impressions_click_through_rate search_position watch_time average_view_duration ' +
  'video_completion_rate content_pieces sessions users new_users returning_users active_users engaged_sessions ' +
  'bounce_rate visit_time events_count web_conversions revenue ad_spend ad_results cost_per_result frequency leads ' +
  'sales qualified_leads cost_per_lead cost_per_sale voice_minutes member_retention audience_share new_viewers ' +
  'returning_viewers active_followers custom_button_clicks media_views posts_published negative_feedback talking_about'
).split(' ');

describe('the phrases of the source texts', () => {
  it.each(phrases)('$seed:$line "$phrase" answers to $kpi', ({ phrase, kpi }) => {
    expect(kpiAnswering(catalogue, phrase)?.key).toBe(kpi);
  });

  it('come from all four texts, in both languages', () => {
    const perText = Map.groupBy(phrases, (p) => `${p.seed} ${p.language}`);
    expect([...perText].map(([text, list]) => [text, list.length > 20])).toEqual([
      ['000 en', true],
      ['002 en', true],
      ['003 en', true],
      ['004 es', true],
    ]);
  });

  it.each([
    ['Followers', 'Suscriptores de canales'],
    ['Followers', 'Contactos'],
    ['Suscriptores de canales', 'Contactos'],
    ['Contactos', 'numero de contactos (DM’s, Messenger, Whatsapp, mails, etc)'],
    ['Me Gusta', 'NO Me Gusta'],
    ['Likes', 'Facebook likes count'],
    ['Likes', 'engagement'],
    ['RT’s', 'Compartidos'],
    ['Compartidos', 'Pin’s'],
    ['Followers', 'UnFollow’s'],
    ['Menciones', 'brand mentions within the community'],
    ['Menciones', 'etiquetas'],
    ['Recomendaciones', 'Recommendations based on insights for community enhancement'],
    ['Comentarios', 'comentarios negativos'],
    ['comentarios positivos', 'Number of positive reviews'],
    ['comentarios negativos', 'Number of negative reviews'],
    ['Negative reviews', 'Number of user-generated testimonials and reviews'],
    ['reputation', 'sentiment'],
    ['sentiment', 'Reduction in negative sentiment ratio'],
    ['negative sentiment ratio', 'Reduction in negative sentiment ratio'],
    ['Employee satisfaction level', 'Customer satisfaction rate'],
    ['Customer satisfaction rate', 'Product satisfaction rate'],
    ['Customer satisfaction rate', 'Community satisfaction survey results'],
    ['Community satisfaction survey results', 'Feedback from partners on community value'],
    ['Community satisfaction survey results', '25% improvement in community satisfaction ratings'],
    ['satisfied with how the company handles social media interactions', 'Customer satisfaction rate'],
    ['Community retention rate', 'Customer retention rate'],
    ['general growth', 'The growth rate of your business'],
    ['Growth rate in community followers', 'Growth rate in community subscribers'],
    ['Growth rate in community membership', 'Growth rate in community followers'],
    ['buying customer', 'satisfied customer'],
    ['buying customer', 'New clients'],
    ['New clients', 'Number of repeat clients'],
    ['numero de registrados', 'compradores'],
    ['Sales volume', 'increase sales'],
    ['Sales volume', 'conversiones en venta'],
    ['market share', 'Sales volume'],
    ['coste del lead', 'coste venta'],
    ['coste venta', 'Customer acquisition cost'],
    ['Profit margin', 'Profit per employee'],
    ['Website abandonment rate', 'tasa de rebote'],
    ['visitas', 'visitantes únicos en web'],
    ['visitas', 'Tiempo de visita'],
    ['Alcance', 'impressions'],
    ['Alcance', 'clics de las actualizaciones y publicaciones'],
    ['Clics en enlaces', 'clics de las actualizaciones y publicaciones'],
    ['leads', 'leads cualificados'],
    ['Reproducciones de vídeo', 'Reproducciones de audio'],
    ['Concursantes en Facebook', 'Número de veces que participa un usuario en los diferentes concursos'],
    ['Average response time to user queries', 'Average resolution time for community conflicts'],
    ['Average response time to user queries', 'Feedback response rate'],
    ['Number of user interactions per week', 'engagement'],
    ['Engagements', 'Engagement'],
    ['Engagement rate on shared content', 'Number of user interactions per week'],
    ['Number of content pieces created monthly', 'Number of user-generated content submissions'],
    ['Number of guideline violations addressed', 'Percentage compliance with community guidelines'],
    ['Feedback on community standards from members', 'Feedback on personal growth from community members'],
    ['Frequency and accuracy of community reports', 'Monthly community engagement analytics report'],
    ['Frequency of community reports', 'accuracy of community reports'],
    ['Identification of key community trends', 'Key performance indicators trend analysis'],
    [
      'Use of insights in community strategy development',
      'Application of learning in community management strategies',
    ],
    ['dissatisfaction', 'unsatisfied customers'],
    ['did not like your mattress', 'not satisfied of the delivery'],
    ['not satisfied of the delivery', 'not satisfied with your customer service'],
  ])('"%s" and "%s" are two KPIs', (one, other) => {
    const keys = [kpiAnswering(catalogue, one)?.key, kpiAnswering(catalogue, other)?.key];
    expect(keys).not.toContain(undefined);
    expect(keys[0]).not.toBe(keys[1]);
  });
});

const notAdditive = (kpi: KpiDefinition): boolean =>
  ['percent', 'rating', 'points'].includes(kpi.unit.kind) ||
  (/_(time|duration|position)$/.test(kpi.key) && kpi.key !== 'watch_time');

const wanted = ({ kind, goal = 0 }: KpiDefinition['target']): Direction => {
  if (kind === 'between') return 'range';
  return kind === 'atMost' || goal < 0 ? 'down' : 'up';
};

describe('the catalogue as shipped', () => {
  it('has no problems', () => {
    expect(checkCatalogue(catalogue)).toEqual([]);
  });

  it('has the ten areas in order and the four stages', () => {
    expect(catalogue.kras.map((kra) => kra.key)).toEqual([
      'community_engagement',
      'content_creation',
      'crisis_management',
      'community_growth',
      'data_analysis',
      'partnerships',
      'brand_advocacy',
      'guidelines_compliance',
      'insights_reporting',
      'learning',
    ]);
    expect(catalogue.kras.map((kra) => kra.order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(catalogue.stages.map((stage) => stage.key)).toEqual(stageKeys);
  });

  it.each(importerKeys)('holds %s, which imports rely on', (key) => {
    expect(kpiByKey(catalogue, key)).toBeDefined();
  });

  it('offers a choice in every area and every stage', () => {
    const thinAreas = catalogue.kras.filter(
      (kra) => catalogue.kpis.filter((k) => k.kra === kra.key).length < 4,
    );
    const thinStages = stageKeys.filter(
      (stage) => catalogue.kpis.filter((k) => k.stage === stage).length < 20,
    );
    expect([...thinAreas, ...thinStages]).toEqual([]);
  });

  it.each(['reach', 'viewers', 'unique_visitors', 'users', 'talking_about', 'participants', 'buyers'])(
    'never adds the different people of %s up over time',
    (key) => {
      expect(entry(key).timeAggregation).toBe('none');
    },
  );

  it.each(['followers', 'channel_subscribers', 'members', 'contacts', 'customers'])(
    'takes the last of the stock %s and adds it over channels',
    (key) => {
      expect([entry(key).timeAggregation, entry(key).channelAggregation]).toEqual(['last', 'sum']);
    },
  );

  it('never adds or plainly averages a share, a rating, a mean time or a rank', () => {
    const wrong = catalogue.kpis
      .filter(notAdditive)
      .filter((kpi) => !['formula', 'weightedMean', 'none'].includes(kpi.timeAggregation));
    expect(wrong.map((kpi) => kpi.key)).toEqual([]);
  });

  it.each(['followers', 'channel_subscribers', 'likes', 'page_likes'])(
    'marks %s as vanity and names what keeps it honest',
    (key) => {
      expect(entry(key).vanity).toBe(true);
      expect(entry(entry(key).counter ?? '').vanity).toBe(false);
    },
  );

  it('proposes targets inside the bounds of the KPI', () => {
    const outside = catalogue.kpis.filter(
      ({ target: { kind, goal = 0 }, min = -Infinity, max = Infinity }) =>
        !kind.startsWith('grow') && kind !== 'between' && (goal < min || goal > max),
    );
    expect(outside.map((kpi) => kpi.key)).toEqual([]);
  });

  it('asks for less of what is bad and more of what is good', () => {
    const wrong = catalogue.kpis.filter((kpi) => wanted(kpi.target) !== kpi.direction);
    expect(wrong.map((kpi) => kpi.key)).toEqual([]);
  });

  it('can say what a startup’s year over year review says', () => {
    expect(entry('interactions_growth').formula).toBe('change(interactions)');
    expect(entry('user_generated_content_growth').formula).toBe('change(user_generated_content)');
    expect(entry('member_growth').formula).toBe('change(members)');
    expect(entry('satisfaction_growth').formula).toBe('change(satisfaction)');
    expect(entry('satisfaction').unit).toMatchObject({ kind: 'rating', of: 5 });
  });

  it('can say what sales hide: the dissatisfied, by cause, and sales without them', () => {
    const causes = ['dissatisfied_product', 'dissatisfied_delivery', 'dissatisfied_service'];
    expect(causes.map((key) => entry(key).timeAggregation)).toEqual(['sum', 'sum', 'sum']);
    expect(entry('adjusted_sales').formula).toBe('sales * (1 - dissatisfied_share)');
  });

  it.each(['trends_identified', 'insight_based_decisions', 'learning_applications', 'thought_leadership'])(
    'keeps %s, which is no number by itself, as a count with evidence',
    (key) => {
      expect([entry(key).unit.kind, entry(key).evidence]).toEqual(['count', true]);
    },
  );
});

describe('templates', () => {
  it.each(catalogue.templates)('$key is of a size to begin with and speaks of every stage', (template) => {
    const kpis = template.kpis.map(entry);
    expect(kpis.length).toBeGreaterThanOrEqual(8);
    expect(kpis.length).toBeLessThanOrEqual(16);
    const thin = stageKeys.filter((stage) => kpis.filter((kpi) => kpi.stage === stage).length < 2);
    expect(thin).toEqual([]);
  });

  it.each(catalogue.templates)('$key brings the counter of every vanity KPI', (template) => {
    const counters = template.kpis.flatMap((key) => entry(key).counter ?? []);
    expect(template.kpis).toEqual(expect.arrayContaining(counters));
  });

  it.each(catalogue.templates)('$key says why each of its five headlines counts', (template) => {
    expect(template.headlines.length).toBe(5);
    expect(template.channels.length).toBeGreaterThan(2);
  });

  it('are there for nine kinds of client', () => {
    expect(catalogue.templates.map((t) => t.key)).toEqual([
      'association',
      'b2b_services',
      'content_creator',
      'education',
      'local_business',
      'maker_brand',
      'online_shop',
      'tech_community',
      'tourism',
    ]);
  });
});
