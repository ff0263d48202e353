/**
 * What Meta Business Suite calls its metrics, without the network that may stand in the title too.
 */
import type { Signature } from '../reports/signature.ts';

export const metaTitles: NonNullable<Signature['titleMetrics']> = [
  {
    kpi: 'reach',
    names: {
      en: ['Reach', 'Accounts reached', 'Total reach', 'Post reach'],
      es: ['Alcance', 'Alcance total', 'Cuentas alcanzadas'],
      pt: ['Alcance', 'Alcance total', 'Contas alcançadas'],
      fr: 'Couverture',
      it: 'Copertura',
      de: 'Reichweite',
    },
  },
  {
    kpi: 'views',
    names: {
      en: ['Views', 'Total views', 'Content views'],
      es: ['Visualizaciones', 'Visualizaciones totales'],
      pt: ['Visualizações', 'Total de visualizações'],
      fr: 'Vues',
      it: 'Visualizzazioni',
      de: 'Aufrufe',
    },
  },
  {
    kpi: 'viewers',
    names: {
      en: 'Viewers',
      es: ['Espectadores', 'Personas que vieron'],
      pt: ['Visualizadores', 'Espectadores'],
    },
  },
  { kpi: 'impressions', names: { en: 'Impressions', es: 'Impresiones', pt: 'Impressões' } },
  {
    kpi: 'interactions',
    names: {
      en: ['Content interactions', 'Interactions'],
      es: ['Interacciones con el contenido', 'Interacciones'],
      pt: ['Interações com o conteúdo', 'Interações'],
      fr: 'Interactions avec le contenu',
      it: 'Interazioni con i contenuti',
      de: 'Content-Interaktionen',
    },
  },
  {
    kpi: 'link_clicks',
    names: {
      en: 'Link clicks',
      es: ['Clics en el enlace', 'Clics en enlaces', 'Clics en los enlaces'],
      pt: ['Cliques no link', 'Cliques em links'],
      fr: 'Clics sur un lien',
      it: 'Clic sul link',
      de: 'Link-Klicks',
    },
  },
  {
    kpi: 'profile_visits',
    names: {
      en: 'Profile visits',
      es: ['Visitas al perfil', 'Visitas del perfil'],
      pt: ['Visitas ao perfil', 'Visitas do perfil'],
    },
  },
  {
    kpi: 'visits',
    kpiOn: { instagram: 'profile_visits' },
    names: {
      en: ['Visits', 'Page visits', 'Page and profile visits'],
      es: ['Visitas', 'Visitas a la página'],
      pt: ['Visitas', 'Visitas à Página'],
    },
  },
  {
    kpi: 'new_followers',
    names: {
      en: [
        'Follows',
        'New follows',
        'New followers',
        'Followers',
        'New likes and follows',
        'New likes',
        'Page follows',
        'Likes and follows',
      ],
      es: [
        'Seguidores',
        'Seguimientos',
        'Nuevos seguidores',
        'Seguidores nuevos',
        'Nuevos Me gusta',
        'Nuevos Me gusta de la página',
        'Nuevos Me gusta y seguidores',
      ],
      pt: [
        'Seguidores',
        'Novos seguidores',
        'Novas curtidas',
        'Novas curtidas na Página',
        'Novas curtidas e seguidores',
      ],
      fr: ['Followers', 'Nouveaux followers'],
      it: 'Nuovi follower',
    },
  },
  {
    kpi: 'lost_followers',
    names: {
      en: ['Unfollows', 'Lost followers', 'Page unfollows'],
      es: ['Dejaron de seguir', 'Seguidores perdidos', 'Personas que dejaron de seguir'],
      pt: ['Deixaram de seguir', 'Seguidores perdidos'],
    },
  },
  {
    kpi: 'net_follower_growth',
    names: { en: ['Net follows', 'Net follower growth'], es: 'Seguidores netos' },
  },
  {
    kpi: 'watch_time',
    unit: 'seconds',
    names: { en: ['Watch time', 'View time'], es: 'Tiempo de visualización' },
  },
  {
    kpi: 'video_views',
    names: {
      en: ['3-second views', '3-second video views', 'Video views'],
      es: [
        'Reproducciones de 3 segundos',
        'Reproducciones de video de 3 segundos',
        'Reproducciones de vídeo de 3 segundos',
      ],
      pt: ['Visualizações de 3 segundos', 'Visualizações de vídeo de 3 segundos'],
    },
  },
  {
    kpi: 'posts_published',
    names: {
      en: ['Published content', 'Posts published'],
      es: ['Contenido publicado', 'Publicaciones'],
      pt: 'Conteúdo publicado',
    },
  },
  {
    kpi: 'revenue',
    unit: 'money',
    names: {
      en: ['Approximate earnings', 'Estimated earnings', 'Earnings'],
      es: ['Ingresos aproximados', 'Ingresos estimados'],
      pt: ['Ganhos aproximados', 'Ganhos estimados'],
    },
  },
  { kpi: 'reactions', names: { en: 'Reactions', es: 'Reacciones', pt: 'Reações' } },
  { kpi: 'comments', names: { en: 'Comments', es: 'Comentarios', pt: 'Comentários' } },
  {
    kpi: 'shares',
    names: { en: 'Shares', es: ['Veces compartido', 'Contenido compartido'], pt: 'Compartilhamentos' },
  },
  { kpi: 'likes', names: { en: 'Likes', es: 'Me gusta', pt: 'Curtidas' } },
  { kpi: 'saves', names: { en: 'Saves', es: ['Guardados', 'Veces guardado'], pt: 'Salvamentos' } },
];
