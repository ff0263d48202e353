/** Keys of the catalogue's KPIs, from its own files. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../../resources/catalogue/kpis');

export const catalogueKpis: ReadonlySet<string> = new Set(
  readdirSync(folder).flatMap((file) =>
    (JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as readonly { readonly key: string }[]).map(
      ({ key }) => key,
    ),
  ),
);
