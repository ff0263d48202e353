/** Ads managers of TikTok and Pinterest, and shops. */
import type { ExportGuide } from './guide.ts';

export const ads: readonly ExportGuide[] = [
  {
    id: 'tiktok-ads',
    place: 'TikTok Ads Manager',
    name: { en: 'Campaigns by day', es: 'Campañas por día' },
    address: 'ads.tiktok.com',
    networks: ['tiktok-ads'],
    reports: ['tiktok-ads/*'],
    usual: true,
    steps: {
      en: ['Analytics > Custom reports > Create', 'Dimension: By day; set the dates', 'Run > Export > CSV'],
      es: [
        'Análisis > Informes personalizados > Crear',
        'Dimensión: Por día; fija las fechas',
        'Ejecutar > Exportar > CSV',
      ],
    },
  },
  {
    id: 'pinterest-ads',
    place: 'Pinterest Ads',
    name: { en: 'Campaigns by day', es: 'Campañas por día' },
    address: 'ads.pinterest.com',
    networks: ['pinterest-ads'],
    reports: ['pinterest-ads/*'],
    usual: true,
    steps: {
      en: ['Ads > Reporting, and set the dates', 'Break down by Day', 'Export > CSV'],
      es: ['Anuncios > Informes, y fija las fechas', 'Desglosa por Día', 'Exportar > CSV'],
    },
  },
  {
    id: 'shopify-sales',
    place: 'Shopify',
    name: { en: 'Sales over time', es: 'Ventas a lo largo del tiempo' },
    address: 'admin.shopify.com',
    networks: ['shop'],
    reports: ['shopify/*'],
    steps: {
      en: ['Analytics > Reports > Sales over time', 'Set the dates; group by Day', 'Export > CSV'],
      es: [
        'Informes y estadísticas > Informes > Ventas a lo largo del tiempo',
        'Fija las fechas; agrupa por Día',
        'Exportar > CSV',
      ],
    },
  },
  {
    id: 'woocommerce-revenue',
    place: 'WooCommerce',
    name: { en: 'Revenue', es: 'Ingresos' },
    address: '<shop>/wp-admin',
    networks: ['shop'],
    reports: ['woocommerce/*'],
    steps: {
      en: ['Analytics > Revenue', 'Set the dates; by Day', 'Download, above the table'],
      es: ['Análisis > Ingresos', 'Fija las fechas; por Día', 'Descargar, encima de la tabla'],
    },
  },
];
