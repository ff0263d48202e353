/** What a definition that is being written would give, asked for once the writing pauses. */
import type { KpiPreview } from '../../../shared/contract/api/kpis.ts';
import { useCall } from '../../api/index.ts';
import type { Definition } from './ownKpi.ts';
import { useSettled } from '../../ui/useSettled.ts';

const unnamed = { en: '', es: '' };

/** The newest answer, and whether the definition has changed since it was asked for. */
export function usePreview(
  client: number,
  definition: Definition | null,
): { readonly preview: KpiPreview | undefined; readonly stale: boolean } {
  // Words make no difference to the figures, and are typed at length.
  const asked =
    definition === null
      ? ''
      : JSON.stringify({ ...definition, name: unnamed, definition: unnamed, aliases: { en: [], es: [] } });
  const settled = useSettled(asked);
  const { data, isPlaceholderData } = useCall(
    'kpis.preview',
    settled === '' ? null : { client, definition: JSON.parse(settled) as Definition },
  );
  const preview = asked === '' ? undefined : data;
  return { preview, stale: preview !== undefined && (isPlaceholderData || settled !== asked) };
}
