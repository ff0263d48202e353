/**
 * Qualities people ask a community manager for, and how each can be counted. A KPI must be a number: "a good reputation"
 * is none, "reviews of four or five stars less those of one or two" is.
 *
 * `kpis` are keys of the catalogue that count the quality already, the most telling first; none of them is a vanity
 * KPI. The `examples` are things to count where the catalogue does not do: what happens (noted one by one as evidence),
 * which part of a total qualifies, what members do again and again, how long something takes.
 *
 * `words` are folded (see `foldWords`): lower case, no accents, no plurals; a beginning is enough (`satisf`).
 */
import type { Language, Localised, StageKey } from '../kpi.ts';

export const countingWays = ['evidence', 'survey', 'comments', 'share', 'deeds', 'until'] as const;
/**
 * How a quality becomes a count: things that happen, each with its evidence; answers of a survey; comments read as
 * positive, neutral or negative; the part of a total that qualifies; members who did a thing often enough; the time
 * until something happens.
 */
export type CountingWay = (typeof countingWays)[number];

/** Ways whose KPI has a name of its own. */
export type NamedWay = Exclude<CountingWay, 'survey' | 'comments'>;

export interface Quality {
  readonly key: string;
  readonly name: Localised;
  readonly words: Readonly<Record<Language, readonly string[]>>;
  readonly kpis: readonly string[];
  readonly kra: string;
  readonly stage: StageKey;
  /** The way that fits best first. */
  readonly ways: readonly CountingWay[];
  readonly examples: Readonly<Record<NamedWay, Localised>>;
}

export const qualities: readonly Quality[] = [
  {
    key: 'reputation',
    name: { en: 'Better reputation', es: 'Mejor reputación' },
    words: {
      en: ['reputation', 'image', 'brand perception', 'well regarded', 'prestige', 'standing'],
      es: ['reputacion', 'imagen', 'percepcion', 'prestigio', 'bien vist', 'buena fama'],
    },
    kpis: [
      'reputation',
      'average_review_rating',
      'sentiment',
      'nps',
      'negative_sentiment_ratio',
      'review_response_rate',
    ],
    kra: 'brand_advocacy',
    stage: 'loyalty',
    ways: ['comments', 'survey', 'evidence', 'share'],
    examples: {
      evidence: {
        en: 'Pieces in the press that speak well of us',
        es: 'Piezas de prensa que hablan bien de nosotros',
      },
      share: { en: 'Reviews of four or five stars', es: 'Reseñas de cuatro o cinco estrellas' },
      deeds: { en: 'People who recommended us', es: 'Personas que nos recomendaron' },
      until: { en: 'Time until a bad review is answered', es: 'Tiempo hasta responder a una mala reseña' },
    },
  },
  {
    key: 'trust',
    name: { en: 'Trust', es: 'Confianza' },
    words: {
      en: ['trust', 'safe', 'safety', 'confidence', 'credib', 'honest', 'transparen'],
      es: ['confianza', 'segur', 'credib', 'honest', 'transparen', 'confiar', 'fiable'],
    },
    kpis: [
      'trust_and_safety',
      'guidelines_compliance_rate',
      'violations_addressed_rate',
      'standards_rating',
      'resolution_without_escalation_rate',
    ],
    kra: 'guidelines_compliance',
    stage: 'loyalty',
    ways: ['share', 'survey', 'until', 'evidence'],
    examples: {
      evidence: {
        en: 'Conflicts that members settled among themselves',
        es: 'Conflictos que resolvieron los propios miembros',
      },
      share: { en: 'Members who say they feel safe', es: 'Miembros que dicen sentirse seguros' },
      deeds: { en: 'Members who asked openly for help', es: 'Miembros que pidieron ayuda en abierto' },
      until: {
        en: 'Time until a reported post is dealt with',
        es: 'Tiempo hasta atender una publicación denunciada',
      },
    },
  },
  {
    key: 'satisfaction',
    name: { en: 'Satisfied customers', es: 'Clientes satisfechos' },
    words: {
      en: ['satisf', 'happy', 'unhappy', 'customer experience', 'delight', 'content with'],
      es: ['satisf', 'insatisf', 'content', 'experiencia', 'felic'],
    },
    kpis: [
      'customer_satisfaction',
      'dissatisfied_share',
      'satisfaction',
      'product_satisfaction',
      'social_care_satisfaction',
      'adjusted_sales',
    ],
    kra: 'crisis_management',
    stage: 'loyalty',
    ways: ['survey', 'comments', 'share', 'until'],
    examples: {
      evidence: { en: 'Customers who thanked us', es: 'Clientes que nos dieron las gracias' },
      share: { en: 'Orders without a complaint', es: 'Pedidos sin queja' },
      deeds: { en: 'Customers who bought again', es: 'Clientes que volvieron a comprar' },
      until: { en: 'Time until a complaint is solved', es: 'Tiempo hasta resolver una queja' },
    },
  },
  {
    key: 'engagement',
    name: { en: 'Engagement quality', es: 'Calidad del engagement' },
    words: {
      en: [
        'engagement',
        'engaged',
        'participation',
        'interaction',
        'conversation',
        'active community',
        'involve',
        'lively',
      ],
      es: [
        'engagement',
        'compromiso',
        'participa',
        'interacci',
        'conversacion',
        'comunidad activa',
        'implica',
        'viva',
      ],
    },
    kpis: [
      'participation_rate',
      'talking_about',
      'user_generated_content',
      'messages_per_communicator',
      'engagement_rate',
      'active_member_rate',
    ],
    kra: 'community_engagement',
    stage: 'engagement',
    ways: ['deeds', 'share', 'comments', 'evidence'],
    examples: {
      evidence: { en: 'Discussions begun by members', es: 'Debates abiertos por miembros' },
      share: { en: 'Comments of more than ten words', es: 'Comentarios de más de diez palabras' },
      deeds: { en: 'Members who wrote', es: 'Miembros que escribieron' },
      until: {
        en: 'Time until a question gets a first answer',
        es: 'Tiempo hasta la primera respuesta a una pregunta',
      },
    },
  },
  {
    key: 'leadership',
    name: { en: 'Thought leadership', es: 'Liderazgo de opinión' },
    words: {
      en: ['thought leader', 'leadership', 'authority', 'expert', 'influen', 'reference in'],
      es: ['liderazgo', 'lider', 'autoridad', 'expert', 'influen', 'referente'],
    },
    kpis: ['thought_leadership', 'social_influence', 'list_memberships', 'mentions', 'quotes'],
    kra: 'brand_advocacy',
    stage: 'loyalty',
    ways: ['evidence', 'share', 'survey', 'deeds'],
    examples: {
      evidence: { en: 'Invitations to speak or write', es: 'Invitaciones a hablar o escribir' },
      share: { en: 'Mentions that cite us as a source', es: 'Menciones que nos citan como fuente' },
      deeds: {
        en: 'Specialists who shared our posts',
        es: 'Especialistas que compartieron nuestras publicaciones',
      },
      until: {
        en: 'Time until our report is first cited',
        es: 'Tiempo hasta la primera cita de nuestro informe',
      },
    },
  },
  {
    key: 'loyalty',
    name: { en: 'Loyal community', es: 'Comunidad fiel' },
    words: {
      en: ['loyal', 'retention', 'faithful', 'stay with', 'come back', 'belonging', 'attach'],
      es: ['fidel', 'fiel', 'leal', 'retencion', 'permanen', 'vuelve', 'pertenencia', 'arraigo'],
    },
    kpis: [
      'community_retention',
      'repeat_customers',
      'customer_retention',
      'nps',
      'contest_entries_per_participant',
      'private_contacts',
    ],
    kra: 'community_growth',
    stage: 'loyalty',
    ways: ['deeds', 'share', 'survey', 'evidence'],
    examples: {
      evidence: { en: 'Members who spoke up for us', es: 'Miembros que nos defendieron' },
      share: { en: 'Members still here after a year', es: 'Miembros que siguen al cabo de un año' },
      deeds: { en: 'Members who took part in contests', es: 'Miembros que participaron en concursos' },
      until: { en: 'Time until a customer buys again', es: 'Tiempo hasta que un cliente vuelve a comprar' },
    },
  },
  {
    key: 'content',
    name: { en: 'Content quality', es: 'Calidad del contenido' },
    words: {
      en: [
        'content quality',
        'quality content',
        'quality of content',
        'good content',
        'relevant content',
        'compelling',
        'engaging content',
        'useful post',
        'creative',
        'creativity',
      ],
      es: [
        'calidad del contenido',
        'calidad de contenido',
        'contenido de calidad',
        'buen contenido',
        'contenido relevante',
        'contenido atractivo',
        'contenido util',
        'creativ',
      ],
    },
    kpis: [
      'engagement_rate',
      'saves',
      'video_completion_rate',
      'content_conversion_rate',
      'interactions_per_post',
      'negative_feedback',
    ],
    kra: 'content_creation',
    stage: 'engagement',
    ways: ['share', 'comments', 'evidence', 'survey'],
    examples: {
      evidence: { en: 'Posts that others took up', es: 'Publicaciones que otros recogieron' },
      share: {
        en: 'Posts saved or shared above our usual',
        es: 'Publicaciones más guardadas o compartidas de lo habitual',
      },
      deeds: { en: 'Followers who saved a post', es: 'Seguidores que guardaron una publicación' },
      until: { en: 'Time until a post is ready', es: 'Tiempo hasta tener lista una publicación' },
    },
  },
  {
    key: 'collaboration',
    name: { en: 'Collaboration', es: 'Colaboración' },
    words: {
      en: ['collab', 'partner', 'alliance', 'stakeholder', 'cooperation', 'teamwork'],
      es: ['colabora', 'alianza', 'socio', 'partner', 'coopera', 'equipo'],
    },
    kpis: [
      'partnership_agreements',
      'partner_events',
      'collaboration_interaction_share',
      'collaboration_interactions',
      'partner_satisfaction',
    ],
    kra: 'partnerships',
    stage: 'acquisition',
    ways: ['evidence', 'share', 'survey', 'deeds'],
    examples: {
      evidence: { en: 'Joint pieces published', es: 'Piezas publicadas en conjunto' },
      share: { en: 'Partners who renewed', es: 'Socios que renovaron' },
      deeds: { en: 'Partners who took part', es: 'Socios que participaron' },
      until: {
        en: 'Time from first contact to agreement',
        es: 'Tiempo desde el primer contacto hasta el acuerdo',
      },
    },
  },
  {
    key: 'advocacy',
    name: { en: 'Brand advocates', es: 'Embajadores de marca' },
    words: {
      en: ['advoca', 'ambassador', 'word of mouth', 'recommend', 'fan'],
      es: ['embajador', 'prescriptor', 'boca a boca', 'recomenda', 'recomienda', 'defensor'],
    },
    kpis: [
      'advocates',
      'advocate_engagement',
      'testimonials',
      'recommendations',
      'community_mentions',
      'advocacy_sentiment_impact',
    ],
    kra: 'brand_advocacy',
    stage: 'loyalty',
    ways: ['deeds', 'evidence', 'survey', 'share'],
    examples: {
      evidence: {
        en: 'Testimonials given of their own accord',
        es: 'Testimonios dados por iniciativa propia',
      },
      share: { en: 'Mentions made by members', es: 'Menciones hechas por miembros' },
      deeds: { en: 'Members who recommended us', es: 'Miembros que nos recomendaron' },
      until: {
        en: 'Time until a new member brings another',
        es: 'Tiempo hasta que un miembro nuevo trae a otro',
      },
    },
  },
  {
    key: 'learning',
    name: { en: 'Learning', es: 'Aprendizaje' },
    words: {
      en: [
        'learn',
        'skill',
        'training',
        'personal growth',
        'professional growth',
        'professional develop',
        'technique',
      ],
      es: [
        'aprend',
        'formacion',
        'habilidad',
        'competencia',
        'crecimiento personal',
        'desarrollo profesional',
        'tecnica',
      ],
    },
    kpis: [
      'learning_applications',
      'new_techniques_implemented',
      'trainings_attended',
      'training_hours',
      'manager_growth_rating',
    ],
    kra: 'learning',
    stage: 'loyalty',
    ways: ['evidence', 'until', 'share', 'survey'],
    examples: {
      evidence: { en: 'Changes made because of something learnt', es: 'Cambios hechos por algo aprendido' },
      share: { en: 'Techniques tried that were kept', es: 'Técnicas probadas que se quedaron' },
      deeds: { en: 'Colleagues who attended training', es: 'Compañeros que asistieron a formaciones' },
      until: { en: 'Time from training to first use', es: 'Tiempo desde la formación hasta el primer uso' },
    },
  },
  {
    key: 'insight',
    name: { en: 'Insights that are used', es: 'Datos que se aprovechan' },
    words: {
      en: ['insight', 'trend', 'analy', 'data driven', 'strateg', 'decision', 'report', 'feedback'],
      es: [
        'tendencia',
        'analisis',
        'analitic',
        'basad en dato',
        'estrateg',
        'decision',
        'informe',
        'aprovech',
        'retroaliment',
      ],
    },
    kpis: [
      'trends_identified',
      'insight_based_decisions',
      'data_driven_initiatives',
      'recommendation_adoption_rate',
      'report_accuracy',
      'feedback_response_rate',
    ],
    kra: 'insights_reporting',
    stage: 'loyalty',
    ways: ['evidence', 'share', 'until', 'survey'],
    examples: {
      evidence: { en: 'Decisions made because of our figures', es: 'Decisiones tomadas por nuestras cifras' },
      share: { en: 'Proposals that were adopted', es: 'Propuestas que se adoptaron' },
      deeds: { en: 'People who opened the report', es: 'Personas que abrieron el informe' },
      until: { en: 'Time from finding to action', es: 'Tiempo desde el hallazgo hasta la acción' },
    },
  },
  {
    key: 'care',
    name: { en: 'Good service', es: 'Buena atención' },
    words: {
      en: ['service', 'support', 'response', 'responsive', 'attentive', 'helpful', 'customer care', 'crisis'],
      es: ['atencion', 'servicio', 'soporte', 'respuesta', 'rapidez', 'trato', 'ayuda', 'crisis'],
    },
    kpis: [
      'median_first_response_time',
      'first_response_time',
      'response_rate',
      'resolution_time',
      'resolution_without_escalation_rate',
      'social_care_satisfaction',
    ],
    kra: 'community_engagement',
    stage: 'loyalty',
    ways: ['until', 'share', 'survey', 'comments'],
    examples: {
      evidence: { en: 'Thanks received for our help', es: 'Agradecimientos por nuestra ayuda' },
      share: { en: 'Queries answered within an hour', es: 'Consultas respondidas en una hora' },
      deeds: { en: 'Members who helped others', es: 'Miembros que ayudaron a otros' },
      until: { en: 'Time until a query is solved', es: 'Tiempo hasta resolver una consulta' },
    },
  },
  {
    key: 'audience',
    name: { en: 'The right audience', es: 'El público adecuado' },
    words: {
      en: [
        'right audience',
        'target',
        'qualified',
        'audience quality',
        'quality of follower',
        'ideal customer',
      ],
      es: [
        'publico objetivo',
        'publico adecuado',
        'target',
        'cualificad',
        'calidad de los seguidor',
        'cliente ideal',
        'audiencia',
      ],
    },
    kpis: ['target_audience_share', 'lead_qualification_rate', 'qualified_leads', 'visitor_to_member_rate'],
    kra: 'community_growth',
    stage: 'acquisition',
    ways: ['share', 'deeds', 'survey', 'evidence'],
    examples: {
      evidence: { en: 'Enquiries from the customers we want', es: 'Consultas de los clientes que buscamos' },
      share: { en: 'Followers who fit the target', es: 'Seguidores que encajan en el público objetivo' },
      deeds: {
        en: 'People of the target who interacted',
        es: 'Personas del público objetivo que interactuaron',
      },
      until: {
        en: 'Time from first visit to enquiry',
        es: 'Tiempo desde la primera visita hasta la consulta',
      },
    },
  },
];
