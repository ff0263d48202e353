export const kpis = { title: 'kpis' };
