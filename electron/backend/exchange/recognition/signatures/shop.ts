/**
 * Shops: Shopify's "Sales over time" and the revenue report of WooCommerce. Sales are orders; revenue is net sales,
 * without taxes and shipping, after discounts and returns.
 */
import { column, metric, must, telling } from '../reports/signature.ts';
import type { ColumnSpec, Signature } from '../reports/signature.ts';

const figures: readonly ColumnSpec[] = [
  metric('sales', { en: 'Orders', es: 'Pedidos', pt: 'Pedidos' }, must),
  metric(
    'revenue',
    { en: 'Net sales', es: 'Ventas netas', pt: 'Vendas líquidas' },
    { unit: 'money', ...must },
  ),
  column('ignored', { en: 'Gross sales', es: 'Ventas brutas', pt: 'Vendas brutas' }, { ...must, ...telling }),
  column('ignored', {
    en: ['Returns', 'Shipping', 'Taxes', 'Total sales', 'Shipping charges', 'Refunds', 'Currency'],
    es: ['Devoluciones', 'Envío', 'Impuestos', 'Ventas totales', 'Gastos de envío', 'Reembolsos'],
    pt: ['Devoluções', 'Frete', 'Impostos', 'Total de vendas', 'Reembolsos'],
  }),
];

const shopify: Signature = {
  platform: 'shopify',
  report: 'sales over time',
  kind: 'series',
  network: 'shop',
  confidence: 'memory',
  columns: [
    column(
      'date',
      { en: ['Day', 'Week', 'Month'], es: ['Día', 'Semana', 'Mes'], pt: ['Dia', 'Semana', 'Mês'] },
      must,
    ),
    column('ignored', { en: 'Discounts', es: 'Descuentos', pt: 'Descontos' }, must),
    ...figures,
    column('ignored', {
      en: ['Average order value', 'Duties', 'Additional fees', 'Quantity ordered', 'Units per transaction'],
      es: ['Valor medio de los pedidos', 'Valor promedio de los pedidos', 'Aranceles', 'Cargos adicionales'],
    }),
  ],
  example: {
    file: 'Sales over time - 2026-10-13 - 2026-10-14.csv',
    text: `day,orders,gross_sales,discounts,returns,net_sales,shipping,taxes,total_sales
2026-10-13,10,500.00,-20.00,-30.00,450.00,25.00,90.00,565.00
2026-10-14,12,620.00,0.00,-20.00,600.00,30.00,120.00,750.00
`,
    sums: { sales: 22, revenue: 1050 },
    answers: { 'confirm:shopify:sales over time': 'yes' },
    network: 'shop',
    language: 'en',
  },
};

const woocommerce: Signature = {
  platform: 'woocommerce',
  report: 'revenue',
  kind: 'series',
  network: 'shop',
  confidence: 'memory',
  columns: [
    column('date', { en: 'Date', es: 'Fecha', pt: 'Data' }, must),
    column('ignored', { en: 'Coupons', es: 'Cupones', pt: 'Cupons' }, { ...must, ...telling }),
    ...figures,
  ],
  example: {
    file: 'revenue.csv',
    text: `Fecha,Pedidos,Ventas brutas,Devoluciones,Cupones,Ventas netas,Impuestos,Envío,Ventas totales
2026-10-13,3,150,0,10,140,29.4,12,181.4
2026-10-14,2,80,20,0,60,12.6,8,80.6
`,
    sums: { sales: 5, revenue: 200 },
    answers: { 'confirm:woocommerce:revenue': 'yes' },
    network: 'shop',
    language: 'es',
  },
};

export const shop: readonly Signature[] = [shopify, woocommerce];
