export { CatalogueScreen } from './CatalogueScreen.tsx';
export { KpisScreen } from './KpisScreen.tsx';
export { OwnKpiScreen } from './OwnKpiScreen.tsx';
