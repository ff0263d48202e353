/** Changes to the order of a report's sections, as layouts. Pure. */
import type { LayoutSection, ReportLayout } from '../../../../shared/contract/layouts/report.ts';
import type { Language } from '../../../../shared/domain/kpi.ts';
import type { PagesOf, ReportModel } from '../../../../shared/domain/report.ts';

/** What is on screen, as a layout: sections of the other kind of pages keep what was said of them. */
export function layoutOf(
  model: Pick<ReportModel, 'sections' | 'pagesOf'>,
  stored: ReportLayout | null,
): ReportLayout {
  const known = new Map((stored?.sections ?? []).map((one) => [one.section, one]));
  const here = model.sections.map(({ id, shown }): LayoutSection => {
    const title = known.get(id)?.title;
    return { section: id, shown, ...(title !== undefined && { title }) };
  });
  const ids = new Set(here.map((one) => one.section));
  const others = (stored?.sections ?? []).filter((one) => !ids.has(one.section));
  return { screen: 'report', pages: model.pagesOf, sections: [...here, ...others] };
}

export function moved(layout: ReportLayout, section: string, to: number): ReportLayout {
  const one = layout.sections.find((each) => each.section === section);
  if (one === undefined) return layout;
  const rest = layout.sections.filter((each) => each.section !== section);
  return { ...layout, sections: rest.toSpliced(Math.max(0, to), 0, one) };
}

export function switched(layout: ReportLayout, section: string, shown: boolean): ReportLayout {
  return {
    ...layout,
    sections: layout.sections.map((one) => (one.section === section ? { ...one, shown } : one)),
  };
}

export function withPages(layout: ReportLayout, pages: PagesOf): ReportLayout {
  return { ...layout, pages };
}

/** A free text before the actions, or last. */
export function withText(
  layout: ReportLayout,
  section: string,
  title: string,
  language: Language,
): ReportLayout {
  const at = layout.sections.findIndex((one) => one.section === 'actions');
  const one: LayoutSection = { section, shown: true, title: { [language]: title } };
  return { ...layout, sections: layout.sections.toSpliced(at < 0 ? layout.sections.length : at, 0, one) };
}

export function titled(
  layout: ReportLayout,
  section: string,
  title: string,
  language: Language,
): ReportLayout {
  return {
    ...layout,
    sections: layout.sections.map((one) =>
      one.section === section ? { ...one, title: { ...one.title, [language]: title } } : one,
    ),
  };
}

export function without(layout: ReportLayout, section: string): ReportLayout {
  return { ...layout, sections: layout.sections.filter((one) => one.section !== section) };
}

/** Of another client: the order and what is left out; its free texts are its own. */
export function asFor(layout: ReportLayout): ReportLayout {
  return { ...layout, sections: layout.sections.filter((one) => !one.section.startsWith('text:')) };
}
