import * as XLSX from 'xlsx';
import { readFileSync, writeFileSync } from 'node:fs';
import { createBackend } from '../electron/backend/createBackend.ts';
writeFileSync('/tmp/w2r/sheetjs.xlsx', XLSX.write(XLSX.read(readFileSync('/tmp/w2-demo.xlsx'),{cellFormula:true}),{type:'buffer',bookType:'xlsx'}));
writeFileSync('/tmp/w2r/x.ods', XLSX.write(XLSX.read(readFileSync('/tmp/w2-demo.xlsx')),{type:'buffer',bookType:'ods'}));
const b = await createBackend({ dataDir:'/tmp/w2d', resourcesDir:'/work/main/resources', mode:'both', version:'0', now:()=>new Date(2026,10,22,12)});
for (const p of ['/tmp/w2-demo.xlsx','/tmp/w2r/lo/w2-demo.xlsx','/tmp/w2r/openpyxl.xlsx','/tmp/w2r/sheetjs.xlsx','/tmp/w2r/x.ods','/tmp/w2r/edited.xlsx','/tmp/w2r/moved.xlsx','/work/main/package.json']) {
 const {handle}=await b.context!.transfers.adopt(p); const t=performance.now();
 const r:any=await b.invoke('returns.open',{handle,job:'q'});
 console.log(p, Math.round(performance.now()-t), r.ok? {cells:r.data.cells.length, same:r.data.same, over:r.data.overwrittenTotal, o:r.data.overwritten.slice(0,3), problems:r.data.problems}: r.error);
 if(r.ok) for(const c of r.data.cells.slice(0,12)) console.log('   ',c.kind,c.sheet,c.cell,JSON.stringify([c.was,c.came,c.here]),c.reason,c.takeable,c.taken,c.kpi,c.channelName,c.section);
}
await b.close();
