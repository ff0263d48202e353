/** The catalogue as the window sees it. */
import type { CatalogueDto } from '../../../shared/contract/api/kpis.ts';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';

export function catalogueDto(catalogue: Catalogue): CatalogueDto {
  const names = ({ key, name, description }: Catalogue['kras'][number] | Catalogue['stages'][number]) => ({
    key,
    name,
    description,
  });
  return {
    kras: catalogue.kras.map(names),
    stages: catalogue.stages.map(names),
    kpis: [...catalogue.kpis] as CatalogueDto['kpis'],
    templates: catalogue.templates.map((template) => ({
      key: template.key,
      name: template.name,
      description: template.description,
      kpis: [...template.kpis],
    })),
  };
}
