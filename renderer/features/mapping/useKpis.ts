/** The KPIs a column or a name may mean: the client's own, those this import would make, and the catalogue. */
import { useMemo } from 'react';
import type { ImportSession } from '../../../shared/contract/imports/session.ts';
import type { CatalogueDto } from '../../../shared/contract/api/kpis.ts';
import { foldWords, spelling } from '../../../shared/domain/catalogue.ts';
import type { Localised, Unit } from '../../../shared/domain/kpi.ts';
import { useCall } from '../../api/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import type { ComboboxItem } from '../../ui/Combobox.tsx';
import { unitFor } from './draft.ts';
import type { Namer } from './reshape.ts';

export interface Kpi {
  readonly key: string;
  readonly name: Localised;
  readonly unit: Unit;
}

export interface Kpis {
  /** For a search in both languages; the client's own first. */
  readonly items: readonly ComboboxItem[];
  readonly find: (key: string | null) => Kpi | undefined;
  /** In the reader's language; the key where nothing better is known. */
  readonly nameOf: (key: string) => string;
  /** Which KPI a name in a sheet means. */
  readonly meant: Namer;
  readonly kras: CatalogueDto['kras'];
}

type Words = Kpi & { readonly words: readonly string[] };

export function useKpis(owner: number | null, drafts: ImportSession['drafts']): Kpis {
  const format = useFormat();
  const own = useCall('kpis.list', owner === null ? null : { client: owner }).data;
  const catalogue = useCall('catalogue.get', {}).data;
  return useMemo(() => {
    const all = new Map<string, Words>();
    const add = (key: string, name: Localised, unit: Unit, words: readonly string[] = []): void => {
      if (!all.has(key)) all.set(key, { key, name, unit, words: [name.en, name.es, ...words] });
    };
    for (const draft of drafts) if (draft.client === owner) add(draft.key, draft.name, draft.unit);
    for (const { definition: kpi } of own ?? [])
      add(kpi.key, kpi.name, kpi.unit, [...kpi.aliases.en, ...kpi.aliases.es]);
    for (const kpi of catalogue?.kpis ?? [])
      add(kpi.key, kpi.name, kpi.unit, [...kpi.aliases.en, ...kpi.aliases.es]);
    const list = [...all.values()];
    // As it is spelt first: a plural may be another KPI. Of two with one name, the client's own.
    const named = new Map<string, Words>();
    const put = (word: string, kpi: Words): void => void (named.has(word) || named.set(word, kpi));
    for (const kpi of list) for (const word of kpi.words) put(`spelt ${spelling(word)}`, kpi);
    for (const kpi of list) for (const word of kpi.words) put(foldWords(word), kpi);
    const meant = (text: string): Words | undefined => {
      for (const one of [text, text.replace(/\([^)]*\)/g, ' ')]) {
        if (one.trim() === '') continue;
        const found = named.get(`spelt ${spelling(one)}`) ?? named.get(foldWords(one));
        if (found) return found;
      }
      return undefined;
    };
    return {
      items: list.map((kpi) => ({
        value: kpi.key,
        label: format.local(kpi.name),
        hint: format.words(kpi.unit),
        words: kpi.words.join(' '),
      })),
      find: (key) => (key === null ? undefined : all.get(key)),
      nameOf: (key) => {
        const kpi = all.get(key);
        return kpi === undefined ? key : format.local(kpi.name);
      },
      meant: (text) => {
        const kpi = meant(text);
        return kpi && { kpi: kpi.key, unit: unitFor(kpi.unit.kind, text) };
      },
      kras: catalogue?.kras ?? [],
    };
  }, [owner, own, catalogue, drafts, format]);
}
