/**
 * Where to click for an export, as data: one guide for each thing a person downloads, whichever of its files the importer
 * then recognises. Menus are named as the platform's own screens name them in each language.
 */

interface Words {
  readonly en: string;
  readonly es: string;
}

export interface ExportGuide {
  /** Kept in the store where a person stops an export: never changed. */
  readonly id: string;
  /** Where one signs in; exports of one place are done in one go. */
  readonly place: string;
  /** What is downloaded there. */
  readonly name: Words;
  /** Its address without a scheme, as one would type it. */
  readonly address: string;
  /** Networks whose figures it brings. */
  readonly networks: readonly string[];
  /** The reports it may come as: `platform/report` of the signatures; `platform/*`: all of them. */
  readonly reports: readonly string[];
  readonly steps: { readonly en: readonly string[]; readonly es: readonly string[] };
  /** What to know before one clicks: longest range, delay, the rights it takes. */
  readonly note?: Words;
  /** Asked for where a channel of these networks has figures and no file has shown where they come from. */
  readonly usual?: true;
}

/** The day the steps were last gone over. */
export const guidesWritten = '2026-11-22';
