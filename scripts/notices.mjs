// The notices of what ships, as one text: made from resources/licences.json, put beside the packaged app.
import { readFileSync } from 'node:fs';

const RULE = '='.repeat(80);

/** @param {string} file resources/licences.json @returns {string} */
export function noticesText(file) {
  /** @type {{ parts: import('../shared/contract/api/licences.ts').LicencePart[] }} */
  const { parts } = JSON.parse(readFileSync(file, 'utf8'));
  const list = parts.map(({ name, version, licence }) => `${name} ${version}  (${licence})`);
  const texts = parts.map(({ name, version, licence, from, text }) =>
    [RULE, `${name} ${version}  (${licence})`, from, '', text.trim(), ''].join('\n'),
  );
  return ['Pulsebook is made with the work of others:', '', ...list, '', ...texts].join('\n');
}
