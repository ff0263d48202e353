export { CatalogueScreen } from './catalogue/CatalogueScreen.tsx';
export { CoverageScreen } from './coverage/CoverageScreen.tsx';
export { KpisScreen } from './KpisScreen.tsx';
export { OwnKpiScreen } from './OwnKpiScreen.tsx';
export { QualityScreen } from './quality/QualityScreen.tsx';
export { TargetScreen } from './target/TargetScreen.tsx';
export { TargetsScreen } from './bulk/TargetsScreen.tsx';
