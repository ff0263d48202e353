/**
 * Every call of the contract to the service that answers it. A call without a handler, or one that answers another
 * shape, does not compile: this table is the whole map from the window to the work.
 */
import type { Api, CallName, Output, Parsed } from '../../../shared/contract/api.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { actionsList, changeFollowed } from '../services/advice/followUp.ts';
import { coverageMatrix } from '../services/advice/matrix.ts';
import {
  acceptRecommendation,
  dismissRecommendation,
  recommendationsList,
} from '../services/advice/recommendations.ts';
import { targetPreview } from '../services/advice/targetPreview.ts';
import { appState, backUp, begin, setSettings } from '../services/app.ts';
import { batchDetail } from '../services/batchDetail.ts';
import { batchesList, setBatchLive } from '../services/batches.ts';
import { addBreak, breaksList, changeBreak, removeBreak } from '../services/breaks.ts';
import { changeChannel, channelsList, createChannel } from '../services/channels.ts';
import { archiveClient, changeClient, createClient } from '../services/clientSetup.ts';
import { clientDto, clientsList, requireClient } from '../services/clients.ts';
import { contentList } from '../services/content.ts';
import { figureOrigin, setFigures } from '../services/figures.ts';
import { figuresGrid } from '../services/grid.ts';
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
import { addAction, addAnnotation, removeAnnotation, setDone } from '../services/journal.ts';
import { layoutsList, resetLayout, setLayout } from '../services/layouts.ts';
import {
  addCase,
  casesCauses,
  casesList,
  casesSummary,
  changeCase,
  removeCase,
} from '../services/logs/cases.ts';
import { confirmedList, confirmLog, removeConfirmed } from '../services/logs/confirmed.ts';
import { addEvidence, evidenceKpis, evidenceList, removeEvidence } from '../services/logs/evidence.ts';
import { formulaCheck, kpiPreview } from '../services/kpiPreview.ts';
import { addKpis, changeKpi, defineKpi, kpisList } from '../services/kpis.ts';
import { makeReport, reportsList } from '../services/reports/make.ts';
import { numberMade } from '../services/made.ts';
import { reportModel } from '../services/reports/model.ts';
import { previewText, textOf, textsOf } from '../services/texts/read.ts';
import { setText } from '../services/texts/write.ts';
import { setStatusNote, statusNotesList } from '../services/statusNotes.ts';
import { removeTarget, setTarget, targetsList } from '../services/targets.ts';
import { catalogueDto } from '../services/catalogueDto.ts';
import { dashboardView } from '../services/views/dashboard.ts';
import { explorerView } from '../services/views/explorer.ts';
import { portfolioView } from '../services/views/portfolio.ts';
import { scorecardView } from '../services/views/scorecard.ts';

/** Answers may be deeply read-only: they are only read from then on. */
type Answer<T> = T extends (infer E)[]
  ? readonly Answer<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Answer<T[K]> }
    : T;

type ContextOf<N extends CallName> = Api[N]['kind'] extends 'query' ? ReadContext : WriteContext;

export type Handlers = {
  readonly [N in CallName]: (
    ctx: ContextOf<N>,
    input: Parsed<N>,
  ) => Answer<Output<N>> | Promise<Answer<Output<N>>>;
};

export const handlers: Handlers = {
  'app.state': (ctx) => appState(ctx),
  'app.setSettings': setSettings,
  'app.begin': begin,
  'app.backup': (ctx) => backUp(ctx),
  'clients.list': clientsList,
  'clients.portfolio': portfolioView,
  'clients.get': (ctx, input) => clientDto(ctx, requireClient(ctx, input.client)),
  'clients.create': createClient,
  'clients.update': changeClient,
  'clients.archive': archiveClient,
  'channels.list': (ctx, input) => channelsList(ctx, input.client),
  'channels.create': createChannel,
  'channels.update': changeChannel,
  'catalogue.get': (ctx) => catalogueDto(ctx.catalogue),
  'kpis.list': (ctx, input) => kpisList(ctx, input.client),
  'kpis.add': addKpis,
  'kpis.define': defineKpi,
  'kpis.update': changeKpi,
  'kpis.checkFormula': formulaCheck,
  'kpis.preview': kpiPreview,
  'targets.list': (ctx, input) => targetsList(ctx, input.client),
  'targets.set': setTarget,
  'breaks.list': (ctx, input) => breaksList(ctx, input.client),
  'breaks.add': addBreak,
  'breaks.update': changeBreak,
  'breaks.remove': (ctx, input) => removeBreak(ctx, input.break),
  'targets.remove': (ctx, input) => removeTarget(ctx, input.target),
  'content.list': contentList,
  'figures.grid': figuresGrid,
  'figures.set': setFigures,
  'figures.origin': figureOrigin,
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
  'explorer.get': explorerView,
  'numbers.made': numberMade,
  'cases.list': casesList,
  'cases.add': addCase,
  'cases.update': changeCase,
  'cases.remove': (ctx, input) => removeCase(ctx, input.case),
  'cases.summary': casesSummary,
  'cases.causes': (ctx, input) => casesCauses(ctx, input.client),
  'evidence.kpis': (ctx, input) => evidenceKpis(ctx, input.client),
  'evidence.list': evidenceList,
  'evidence.add': addEvidence,
  'evidence.remove': (ctx, input) => removeEvidence(ctx, input.evidence),
  'logs.confirm': confirmLog,
  'logs.list': confirmedList,
  'logs.remove': (ctx, input) => removeConfirmed(ctx, input.span),
  'annotations.add': addAnnotation,
  'annotations.remove': (ctx, input) => removeAnnotation(ctx, input.annotation),
  'actions.add': addAction,
  'actions.setDone': setDone,
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
  'texts.list': textsOf,
  'texts.get': textOf,
  'texts.preview': previewText,
  'texts.set': setText,
  'statusNotes.list': statusNotesList,
  'statusNotes.set': setStatusNote,
  'layouts.list': (ctx, input) => layoutsList(ctx, input.client),
  'layouts.set': setLayout,
  'layouts.reset': resetLayout,
};
