/** A plain workbook: date, channel and eight metrics a row, with shared strings and dates as spreadsheet programs write them. */
import { writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';

const header = [
  'Date',
  'Channel',
  'Reach',
  'Impressions',
  'Likes',
  'Comments',
  'Shares',
  'Saves',
  'Link clicks',
  'Engagement rate',
];
const channels = [
  'Instagram',
  'Facebook',
  'TikTok',
  'LinkedIn',
  'YouTube',
  'X',
  'Pinterest',
  'Threads',
  'Reddit',
  'Discord',
];
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Writes `rows` rows under a header; answers how many figures they hold. */
export function wideXlsx(file: string, rows: number): number {
  const strings = [...header, ...channels];
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${content}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${content}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${content}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Daily" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}" count="${strings.length}" uniqueCount="${strings.length}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': sheet(rows),
  };
  const zipped = zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)])),
  );
  writeFileSync(file, zipped);
  return rows * 8;
}

function sheet(rows: number): string {
  const letters = 'ABCDEFGHIJ';
  const out = [`<worksheet xmlns="${main}"><dimension ref="A1:J${rows + 1}"/><sheetData>`];
  out.push(
    `<row r="1">${header.map((_, i) => `<c r="${letters[i]}1" t="s"><v>${i}</v></c>`).join('')}</row>`,
  );
  for (let r = 0; r < rows; r += 1) {
    const n = r + 2;
    const cells = [
      `<c r="A${n}" s="1"><v>${36_000 + Math.floor(r / channels.length)}</v></c>`,
      `<c r="B${n}" t="s"><v>${header.length + (r % channels.length)}</v></c>`,
    ];
    for (let c = 2; c < 9; c += 1)
      cells.push(`<c r="${letters[c]}${n}"><v>${(r * 7919 + c * 613) % 99_991}</v></c>`);
    cells.push(`<c r="J${n}" s="2"><v>${((r * 31) % 997) / 10_000}</v></c>`);
    out.push(`<row r="${n}">${cells.join('')}</row>`);
  }
  out.push('</sheetData></worksheet>');
  return out.join('');
}
