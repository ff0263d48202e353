/**
 * The catalogue from disk: `resources/catalogue` and `resources/templates`, read once at start.
 *
 * The files ship with the app, so a problem in them is a fault of the build: a file of another shape fails the start,
 * and that the whole is sound (`checkCatalogue`) is shown by the tests, not looked at again at every start.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { kraSchema, stageSchema, templateSchema } from '../../shared/contract/api/kpis.ts';
import { kpiDefinitionSchema } from '../../shared/contract/values.ts';
import { stageKeys } from '../../shared/domain/kpi.ts';
import type { Catalogue } from '../../shared/domain/catalogue.ts';

const krasFile = z.array(z.strictObject({ ...kraSchema.shape, order: z.number().int() }));
const stagesFile = z.array(z.strictObject({ ...stageSchema.shape, key: z.enum(stageKeys) }));
const kpisFile = z.array(z.strictObject(kpiDefinitionSchema.shape));
const templateFile = z.strictObject(templateSchema.shape);

/**
 * Reads the catalogue below a resources folder. KPIs come in the order of their areas. Throws with the file's name when
 * one cannot be read or has another shape.
 */
export function loadCatalogue(resourcesDir: string): Catalogue {
  const folder = path.join(resourcesDir, 'catalogue');
  const kras = read(path.join(folder, 'kras.json'), krasFile).toSorted((a, b) => a.order - b.order);
  const templates = path.join(resourcesDir, 'templates');
  return {
    kras,
    stages: read(path.join(folder, 'stages.json'), stagesFile),
    kpis: kras.flatMap((kra) => read(path.join(folder, 'kpis', `${kra.key}.json`), kpisFile)),
    templates: readdirSync(templates)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .map((name) => read(path.join(templates, name), templateFile)),
  };
}

function read<T>(file: string, shape: z.ZodType<T>): T {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`The KPI catalogue cannot be read: ${file}`, { cause });
  }
  const parsed = shape.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new Error(`The KPI catalogue has another shape in ${file}:\n${z.prettifyError(parsed.error)}`);
}
