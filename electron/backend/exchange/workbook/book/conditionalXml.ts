/**
 * Conditional formats, data validations and sparklines as worksheet XML: what the library lacks.
 * Solid data bars and sparklines need the 2009 extension (x14) beside or instead of the plain element.
 * Source of the shapes: ECMA-376 part 1, 18.3.1; MS-XLSX 2.6.
 */
import { address, rangeAddress } from './address.ts';
import type { Conditional, Sparklines, Validation } from './model.ts';
import { escapeXml } from './xml.ts';

const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';

export interface ConditionalXml {
  readonly formats: string;
  readonly extension: string;
}

/** `addStyle` takes a differential style and answers its number. */
export function conditionalXml(
  list: readonly Conditional[],
  sheetNumber: number,
  addStyle: (dxf: string) => number,
): ConditionalXml {
  const formats: string[] = [];
  const extended: string[] = [];
  list.forEach((conditional, index) => {
    const priority = index + 1;
    const ref = rangeAddress(conditional.range);
    const wrap = (rule: string): void => {
      formats.push(`<conditionalFormatting sqref="${ref}">${rule}</conditionalFormatting>`);
    };
    switch (conditional.kind) {
      case 'icons':
        wrap(
          `<cfRule type="iconSet" priority="${priority}"><iconSet iconSet="${conditional.icons}" showValue="0">` +
            '<cfvo type="percent" val="0"/><cfvo type="num" val="2"/><cfvo type="num" val="3"/></iconSet></cfRule>',
        );
        return;
      case 'bar': {
        const { min, max, color } = conditional;
        const group = String(sheetNumber).padStart(4, '0');
        const id = `{00000000-0000-4000-${group}-${String(priority).padStart(12, '0')}}`;
        wrap(
          `<cfRule type="dataBar" priority="${priority}"><dataBar minLength="0" maxLength="70"><cfvo type="num" val="${min}"/>` +
            `<cfvo type="num" val="${max}"/><color rgb="FF${color}"/></dataBar><extLst>` +
            `<ext xmlns:x14="${X14}" uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>${id}</x14:id></ext>` +
            '</extLst></cfRule>',
        );
        extended.push(
          `<x14:conditionalFormatting xmlns:xm="${XM}"><x14:cfRule type="dataBar" id="${id}">` +
            '<x14:dataBar minLength="0" maxLength="70" gradient="0">' +
            `<x14:cfvo type="num"><xm:f>${min}</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>${max}</xm:f></x14:cfvo>` +
            `<x14:negativeFillColor rgb="FF${color}"/><x14:axisColor rgb="FF${color}"/></x14:dataBar></x14:cfRule>` +
            `<xm:sqref>${ref}</xm:sqref></x14:conditionalFormatting>`,
        );
        return;
      }
      case 'when':
        wrap(
          `<cfRule type="expression" dxfId="${addStyle(styleXml(conditional))}" priority="${priority}">` +
            `<formula>${escapeXml(conditional.formula)}</formula></cfRule>`,
        );
        return;
    }
  });
  const extension =
    extended.length === 0
      ? ''
      : `<ext xmlns:x14="${X14}" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}">` +
        `<x14:conditionalFormattings>${extended.join('')}</x14:conditionalFormattings></ext>`;
  return { formats: formats.join(''), extension };
}

function styleXml(style: Extract<Conditional, { kind: 'when' }>): string {
  const font = [
    style.bold === undefined ? '' : `<b val="${style.bold ? 1 : 0}"/>`,
    style.italic ? '<i/>' : '',
    style.color ? `<color rgb="FF${style.color}"/>` : '',
  ].join('');
  const fill = style.hatch
    ? `<fill><patternFill patternType="lightUp"><fgColor rgb="FF${style.hatch}"/><bgColor rgb="FF${style.fill ?? 'FFFFFF'}"/></patternFill></fill>`
    : style.fill
      ? `<fill><patternFill patternType="solid"><bgColor rgb="FF${style.fill}"/></patternFill></fill>`
      : '';
  return `<dxf>${font ? `<font>${font}</font>` : ''}${fill}</dxf>`;
}

/** Farther than any figure: stands for a bound that is not there. */
const FURTHEST = 1e15;

export function validationXml(list: readonly Validation[]): string {
  if (list.length === 0) return '';
  const items = list.map(({ range, rule, title, message, prompt }) => {
    const told =
      prompt === undefined
        ? ''
        : ` promptTitle="${escapeXml(title.slice(0, 32))}" prompt="${escapeXml(prompt.slice(0, 255))}"`;
    const common =
      'allowBlank="1" showInputMessage="1" showErrorMessage="1" ' +
      `errorTitle="${escapeXml(title.slice(0, 32))}" error="${escapeXml(message.slice(0, 225))}"${told} sqref="${rangeAddress(range)}"`;
    const first = (formula: string): string => `<formula1>${escapeXml(formula)}</formula1>`;
    switch (rule.kind) {
      case 'list':
        return `<dataValidation type="list" ${common}>${first(`"${rule.choices.join(',')}"`)}</dataValidation>`;
      case 'formula':
        return `<dataValidation type="custom" ${common}>${first(rule.formula)}</dataValidation>`;
      case 'decimal':
      case 'whole': {
        const min = rule.min ?? -FURTHEST;
        const max = rule.max ?? FURTHEST;
        return (
          `<dataValidation type="${rule.kind}" operator="between" ${common}>` +
          `<formula1>${min}</formula1><formula2>${max}</formula2></dataValidation>`
        );
      }
    }
  });
  return `<dataValidations count="${list.length}">${items.join('')}</dataValidations>`;
}

export function sparklineXml(groups: readonly Sparklines[]): string {
  if (groups.length === 0) return '';
  const body = groups.map(({ color, lastColor, items }) => {
    const colors = (
      [
        ['Series', color],
        ['Negative', color],
        ['Axis', color],
        ['Markers', color],
        ['First', color],
        ['Last', lastColor],
        ['High', color],
        ['Low', color],
      ] as const
    ).map(([name, value]) => `<x14:color${name} rgb="FF${value}"/>`);
    const lines = items.map(
      ({ source, row, col }) =>
        `<x14:sparkline><xm:f>${escapeXml(source)}</xm:f><xm:sqref>${address(row, col)}</xm:sqref></x14:sparkline>`,
    );
    return (
      `<x14:sparklineGroup lineWeight="1.25" displayEmptyCellsAs="gap" last="1">${colors.join('')}` +
      `<x14:sparklines>${lines.join('')}</x14:sparklines></x14:sparklineGroup>`
    );
  });
  return (
    `<ext xmlns:x14="${X14}" uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}">` +
    `<x14:sparklineGroups xmlns:xm="${XM}">${body.join('')}</x14:sparklineGroups></ext>`
  );
}
