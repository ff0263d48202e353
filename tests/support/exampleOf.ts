/** The example of one report's signature, as a file to change and inspect. */
import type { SignatureExample } from '../../electron/backend/exchange/recognition/reports/signature.ts';
import { signatures } from '../../electron/backend/exchange/recognition/signatures/index.ts';

export function exampleOf(platform: string, report: string): SignatureExample {
  const found = signatures.find((one) => one.platform === platform && one.report === report)?.example;
  if (!found) throw new Error(`no example of ${platform} ${report}`);
  return found;
}
