/**
 * Every call of the contract to the service that answers it. A call without a handler, or one that answers another
 * shape, does not compile: this table is the whole map from the window to the work.
 */
import type { Api, CallName, Output, Parsed } from '../../../shared/contract/api.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import type { RescueCall } from '../rescue/calls.ts';
import { actionsList, changeFollowed } from '../services/advice/followUp.ts';
import { coverageMatrix } from '../services/advice/matrix.ts';
import {
  acceptRecommendation,
  dismissRecommendation,
  recommendationsList,
} from '../services/advice/recommendations.ts';
import { targetPreview } from '../services/advice/targetPreview.ts';
import { makeBackup } from '../services/backups.ts';
import { appState, begin, setSettings } from '../services/app.ts';
import { discardArchive, makeArchive, openArchive, takeIn } from '../services/archive/calls.ts';
import { batchDetail } from '../services/batchDetail.ts';
import { batchesList, setBatchLive } from '../services/batches.ts';
import { addBreak, breaksList, changeBreak, removeBreak } from '../services/breaks.ts';
import { accountsList, forgetKnown, rememberKnown } from '../services/accounts.ts';
import { changeChannel, channelsList, createChannel } from '../services/channels.ts';
import { archiveClient, changeClient, createClient } from '../services/clientSetup.ts';
import { clientDto, clientsList, requireClient } from '../services/clients.ts';
import { copyPreview, copySetup, undoCopy } from '../services/copySetup.ts';
import { groupsOf, setGroups } from '../services/groups.ts';
import { contentList } from '../services/content.ts';
import { clientDeletion, deleteClient } from '../services/deletion/calls.ts';
import { makeDeliveries } from '../services/deliveries/make.ts';
import { deliveryMessage } from '../services/deliveries/message.ts';
import { packDeliveries } from '../services/deliveries/pack.ts';
import { deliveriesPlan } from '../services/deliveries/plan.ts';
import { dueList, resumeDue, stopDue } from '../services/due/due.ts';
import { backTo, editHistory, redoEdit, undoEdit } from '../services/editSteps.ts';
import { figureOrigin, setFigures } from '../services/figures.ts';
import { figureCells, figuresGrid } from '../services/grid.ts';
import { figureLines } from '../services/gridLines.ts';
import {
  addToImport,
  answerImport,
  assignFiles,
  commitImport,
  discardImport,
  draftKpi,
  getImport,
  includeFile,
  mapTable,
  openImport,
  routeImport,
  takeRows,
} from '../services/imports/calls.ts';
import { forgetRecipe, recipesList } from '../services/imports/recipes.ts';
import { previewRows } from '../services/imports/rows.ts';
import { viewTable } from '../services/imports/table.ts';
import { addAction, removeAction, setDone } from '../services/journal.ts';
import {
  addAnnotation,
  annotationsList,
  changeAnnotation,
  removeAnnotation,
} from '../services/annotations.ts';
import { layoutsList, resetLayout, setLayout } from '../services/layouts.ts';
import { inside } from '../../store/backupLook.ts';
import { licences } from '../services/licences.ts';
import { addLimitStart, removeLimitStart } from '../services/limitStarts.ts';
import {
  addCase,
  casesCauses,
  casesList,
  casesSummary,
  changeCase,
  removeCase,
  restoreCase,
} from '../services/logs/cases.ts';
import { confirmedList, confirmLog, removeConfirmed } from '../services/logs/confirmed.ts';
import {
  addEvidence,
  changeEvidence,
  evidenceKpis,
  evidenceList,
  removeEvidence,
} from '../services/logs/evidence.ts';
import { formulaCheck, kpiPreview } from '../services/kpiPreview.ts';
import { addKpis, changeKpi, changeKpis, defineKpi, kpisList } from '../services/kpis.ts';
import { askForFigures, figuresOwed } from '../services/owed.ts';
import { makeReport, reportsList } from '../services/reports/make.ts';
import { numberMade } from '../services/made.ts';
import { reportModel } from '../services/reports/model.ts';
import {
  assignReturn,
  commitReturn,
  discardReturn,
  getReturn,
  openReturn,
  takeReturned,
} from '../services/returns/calls.ts';
import { compareSnapshot, makeAgain, snapshotOf } from '../services/reports/snapshot.ts';
import { draftText } from '../services/texts/draft.ts';
import { previewText, textOf, textsOf } from '../services/texts/read.ts';
import { settleText } from '../services/texts/settle.ts';
import { revertText, setText } from '../services/texts/write.ts';
import { setPlace } from '../services/places.ts';
import { findEverywhere } from '../services/search.ts';
import { setStatusNote, statusNotesList } from '../services/statusNotes.ts';
import { storage } from '../services/storage.ts';
import { changeTag, createTag, findTagged, putTags, removeTag, tagsList } from '../services/tags.ts';
import { targetGrid, targetsSmart } from '../services/targetGrid.ts';
import { putBackTargets, removeTarget, setTarget, setTargets, targetsList } from '../services/targets.ts';
import { catalogueDto, catalogueSources } from '../services/catalogueDto.ts';
import { dashboardView } from '../services/views/dashboard.ts';
import { dashboardCard } from '../services/views/dashboardCard.ts';
import { explorerSeries, explorerView } from '../services/views/explorer.ts';
import { explorerBreakdown } from '../services/views/explorerBreakdown.ts';
import { portfolioView } from '../services/views/portfolio.ts';
import { scorecardView } from '../services/views/scorecard.ts';

/** Answers may be deeply read-only: they are only read from then on. */
type Answer<T> = T extends (infer E)[]
  ? readonly Answer<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Answer<T[K]> }
    : T;

type ContextOf<N extends CallName> = Api[N]['kind'] extends 'query' ? ReadContext : WriteContext;

/** What the open book answers; the rest is the rescue's (rescue/calls.ts). */
export type BookCall = Exclude<CallName, RescueCall>;

export type Handlers = {
  readonly [N in BookCall]: (
    ctx: ContextOf<N>,
    input: Parsed<N>,
  ) => Answer<Output<N>> | Promise<Answer<Output<N>>>;
};

export const handlers: Handlers = {
  'app.state': (ctx) => appState(ctx),
  'app.setSettings': setSettings,
  'app.begin': begin,
  'app.setPlace': setPlace,
  'backups.make': (ctx) => makeBackup(ctx),
  'app.licences': () => licences(),
  'app.storage': (ctx) => storage(ctx),
  'app.book': (ctx) => inside(ctx.store.db),
  'search.find': findEverywhere,
  'clients.list': clientsList,
  'clients.portfolio': portfolioView,
  'clients.get': (ctx, input) => clientDto(ctx, requireClient(ctx, input.client)),
  'clients.create': createClient,
  'clients.update': changeClient,
  'clients.archive': archiveClient,
  'clients.deletion': clientDeletion,
  'clients.delete': deleteClient,
  'clients.groups': (ctx, input) => groupsOf(ctx, input.client),
  'clients.setGroups': setGroups,
  'clients.copyPreview': copyPreview,
  'clients.copySetup': copySetup,
  'clients.undoCopy': undoCopy,
  'channels.accounts': (ctx, input) => accountsList(ctx, input.client),
  'channels.forget': forgetKnown,
  'channels.remember': rememberKnown,
  'archives.make': makeArchive,
  'archives.open': openArchive,
  'archives.takeIn': takeIn,
  'archives.discard': (ctx, input) => discardArchive(ctx, input.session),
  'channels.list': (ctx, input) => channelsList(ctx, input.client),
  'channels.create': createChannel,
  'channels.update': changeChannel,
  'catalogue.get': (ctx) => catalogueDto(ctx.catalogue),
  'catalogue.sources': () => catalogueSources(),
  'kpis.list': (ctx, input) => kpisList(ctx, input.client),
  'kpis.add': addKpis,
  'kpis.define': defineKpi,
  'kpis.update': changeKpi,
  'kpis.updateMany': changeKpis,
  'kpis.checkFormula': formulaCheck,
  'kpis.preview': kpiPreview,
  'targets.list': (ctx, input) => targetsList(ctx, input.client),
  'targets.set': setTarget,
  'targets.grid': targetGrid,
  'targets.smart': (ctx, input) => targetsSmart(ctx, input.client),
  'targets.setMany': setTargets,
  'targets.putBack': putBackTargets,
  'breaks.list': (ctx, input) => breaksList(ctx, input.client),
  'breaks.add': addBreak,
  'breaks.update': changeBreak,
  'breaks.remove': (ctx, input) => removeBreak(ctx, input.break),
  'targets.remove': (ctx, input) => removeTarget(ctx, input.target),
  'content.list': contentList,
  'figures.grid': figuresGrid,
  'figures.lines': figureLines,
  'figures.cells': figureCells,
  'figures.set': setFigures,
  'figures.origin': figureOrigin,
  'figures.history': editHistory,
  'figures.undo': undoEdit,
  'figures.redo': redoEdit,
  'figures.backTo': backTo,
  'figures.owed': figuresOwed,
  'figures.ask': askForFigures,
  'imports.open': openImport,
  'imports.add': addToImport,
  'imports.get': (ctx, input) => getImport(ctx, input.session),
  'imports.answer': answerImport,
  'imports.route': routeImport,
  'imports.include': includeFile,
  'imports.rows': (ctx, input) => previewRows(ctx, ctx.imports.get(input.session), input),
  'imports.commit': commitImport,
  'imports.discard': (ctx, input) => discardImport(ctx, input.session),
  'imports.assign': assignFiles,
  'imports.table': viewTable,
  'imports.map': mapTable,
  'imports.draftKpi': draftKpi,
  'imports.take': takeRows,
  'imports.batch': (ctx, input) => batchDetail(ctx, input.batch),
  'recipes.list': recipesList,
  'recipes.forget': forgetRecipe,
  'imports.list': batchesList,
  'imports.undo': (ctx, input) => setBatchLive(ctx, input.batch, false),
  'imports.redo': (ctx, input) => setBatchLive(ctx, input.batch, true),
  'jobs.cancel': (ctx, input) => ({ cancelled: ctx.jobs.cancel(input.job) }),
  'scorecard.get': scorecardView,
  'dashboard.get': dashboardView,
  'dashboard.card': dashboardCard,
  'explorer.get': explorerView,
  'explorer.series': explorerSeries,
  'explorer.breakdown': explorerBreakdown,
  'limits.start': addLimitStart,
  'limits.unstart': (ctx, input) => removeLimitStart(ctx, input.start),
  'numbers.made': numberMade,
  'cases.list': casesList,
  'cases.add': addCase,
  'cases.update': changeCase,
  'cases.remove': (ctx, input) => removeCase(ctx, input.case),
  'cases.restore': (ctx, input) => restoreCase(ctx, input.case),
  'cases.summary': casesSummary,
  'cases.causes': (ctx, input) => casesCauses(ctx, input.client),
  'evidence.kpis': (ctx, input) => evidenceKpis(ctx, input.client),
  'evidence.list': evidenceList,
  'evidence.add': addEvidence,
  'evidence.update': changeEvidence,
  'evidence.remove': (ctx, input) => removeEvidence(ctx, input.evidence),
  'logs.confirm': confirmLog,
  'logs.list': confirmedList,
  'logs.remove': (ctx, input) => removeConfirmed(ctx, input.span),
  'annotations.list': annotationsList,
  'annotations.add': addAnnotation,
  'annotations.update': changeAnnotation,
  'annotations.remove': (ctx, input) => removeAnnotation(ctx, input.annotation),
  'actions.add': addAction,
  'actions.setDone': setDone,
  'actions.remove': (ctx, input) => removeAction(ctx, input.action),
  'tags.list': (ctx, input) => tagsList(ctx, input.client),
  'tags.create': createTag,
  'tags.update': changeTag,
  'tags.remove': (ctx, input) => removeTag(ctx, input.tag),
  'tags.put': putTags,
  'tags.find': (ctx, input) => findTagged(ctx, input.tag),
  'targets.preview': targetPreview,
  'coverage.matrix': coverageMatrix,
  'recommendations.list': recommendationsList,
  'recommendations.accept': acceptRecommendation,
  'recommendations.dismiss': dismissRecommendation,
  'actions.list': (ctx, input) => actionsList(ctx, input.client),
  'actions.update': changeFollowed,
  'reports.model': reportModel,
  'reports.make': makeReport,
  'reports.list': (ctx, input) => reportsList(ctx, input.client),
  'reports.snapshot': (ctx, input) => snapshotOf(ctx, input.deliverable),
  'reports.compare': compareSnapshot,
  'reports.again': makeAgain,
  'deliveries.plan': deliveriesPlan,
  'deliveries.make': makeDeliveries,
  'deliveries.pack': packDeliveries,
  'deliveries.message': deliveryMessage,
  'returns.open': openReturn,
  'returns.get': (ctx, input) => getReturn(ctx, input.session),
  'returns.assign': assignReturn,
  'returns.take': takeReturned,
  'returns.commit': (ctx, input) => commitReturn(ctx, input.session),
  'returns.discard': (ctx, input) => discardReturn(ctx, input.session),
  'texts.list': textsOf,
  'texts.get': textOf,
  'texts.draft': draftText,
  'texts.preview': previewText,
  'texts.set': setText,
  'texts.settle': settleText,
  'texts.revert': revertText,
  'due.list': dueList,
  'due.stop': stopDue,
  'due.resume': resumeDue,
  'statusNotes.list': statusNotesList,
  'statusNotes.set': setStatusNote,
  'layouts.list': (ctx, input) => layoutsList(ctx, input.client),
  'layouts.set': setLayout,
  'layouts.reset': resetLayout,
};
