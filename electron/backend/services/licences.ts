/**
 * What ships and under which licence: `resources/licences.json`, which `npm run licences` makes from what is built and a
 * test holds against it. Checked as it is read, since it is a file beside the code.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Output } from '../../../shared/contract/api.ts';
import { licencePartSchema } from '../../../shared/contract/api/licences.ts';
import { resourcesDir } from '../resources.ts';

const fileSchema = z.object({ parts: z.array(licencePartSchema).min(1) });

export function licences(): Output<'app.licences'> {
  return fileSchema.parse(JSON.parse(readFileSync(path.join(resourcesDir(), 'licences.json'), 'utf8')));
}
