import { reportFiles, type ReportTextKey, reportView } from "@botdeck/bots";
import type { ReportQuery } from "@botdeck/contracts";
import type { Button } from "@botdeck/core";
import { AppError } from "@botdeck/core";
import { gatherReport } from "@botdeck/crm";
import type { SalesReport } from "@botdeck/crm/report";
import { type DatabaseHandle, keepFile, type Portal } from "@botdeck/db";
import type { Translate } from "@botdeck/dialog";
import { type ActAs, grantNeededOf } from "@botdeck/portal-clients";

import type { LackingStep } from "../../portals/ask-for-flow.ts";
import type { ReportReader } from "../../services/report-reader.ts";
import { reportFileId } from "../../services/report-services.ts";
import type { CurrentActivity } from "../../temporal/current-activity.ts";
import type { FlowBots } from "../../temporal/flow-bots.ts";
import type { FlowVoice } from "../../temporal/flow-voice.ts";
import type { Addressee } from "../flow/flow.ts";
import { showProgress } from "./show-progress.ts";

/** Reading takes so long at most, in milliseconds: a token that ends before has to have a grant behind it. */
const READING_MS = 10 * 60_000;
const PROGRESS = "progress";

type Asked = { by: string; query: ReportQuery; total: number };
type Files = { csvFileId: string | null; chart: { fileId: string; name: string; title: string } | null };
export type ReadOutcome = ({ kind: "read"; report: SalesReport } & Files) | { kind: "not_granted" };

type Deps = {
  db: DatabaseHandle["db"];
  voice: FlowVoice;
  bots: FlowBots;
  portalById: (portalId: string) => Promise<Portal | null>;
  actAs: ActAs;
  reader: ReportReader;
  askForGrant: (lacking: LackingStep) => Promise<void>;
  currentWorkflowId: () => string;
  currentActivity: () => CurrentActivity;
};

/** What a report does outside that is too much for one answer. */
export function createSalesReportActivities(deps: Deps) {
  const { db, voice, bots, portalById, actAs, reader, askForGrant, currentWorkflowId, currentActivity } = deps;

  const wordsOf = async ({ origin, language }: Addressee) =>
    // safe: the report bot's flow has its words
    (await bots.translate(origin, language)) as Translate<ReportTextKey>;

  async function clientOf(portalId: string, by: string) {
    const portal = await portalById(portalId);
    if (portal === null) throw new AppError("not_found", "The portal is not connected any more");
    return (await actAs(portal, by, { atLeastMs: READING_MS })).client;
  }

  async function read(addressee: Addressee, { by, query, total }: Asked): Promise<ReadOutcome> {
    const { origin, language } = addressee;
    const { portalId } = origin;
    const t = await wordsOf(addressee);
    const activity = currentActivity();
    const buttons = cancelButtons(t, currentWorkflowId(), by);
    const progress = showProgress({
      say: (text, key) => voice.repost(origin, { key, of: PROGRESS, dialogId: origin.dialog.id, text, buttons }),
      keyPrefix: `${PROGRESS}:${activity.attempt}`,
      textOf: ({ step, read: count }) => t(step === "deals" ? PROGRESS : "progressMoves", { read: count, total }),
    });
    const [client, stages] = await Promise.all([clientOf(portalId, by), reader.stagesOf(portalId)]);
    const assignedTo = await reader.assigneesOf(portalId, by, query.whose);
    const gathered = await gatherReport(
      client,
      { period: query, assignedTo, stages },
      {
        lane: "digest",
        signal: activity.signal,
        onStep: (step) => {
          activity.heartbeat(step);
          progress.note(step);
        },
      },
    );
    const rows = await reader.rowsOf(portalId, gathered, query.timeZone);
    const files = await keepFiles(addressee, by, reportFiles({ t, language }, query, gathered.report, rows));
    await progress.settled();
    return { kind: "read", report: gathered.report, ...files };
  }

  async function keepFiles(
    { origin }: Addressee,
    by: string,
    { csv, chart }: ReturnType<typeof reportFiles>,
  ): Promise<Files> {
    const { portalId, botId, conversationId } = origin;
    const keep = async ({ name, contentType, content }: { name: string; contentType: string; content: Uint8Array }) => {
      const sourceFileId = reportFileId(by, `${currentWorkflowId()}:${name}`);
      return (await keepFile(db, { portalId, botId, conversationId, sourceFileId, name, contentType, content })).id;
    };
    return {
      csvFileId: csv === null ? null : await keep(csv),
      chart: chart === null ? null : { fileId: await keep(chart), name: chart.name, title: chart.title },
    };
  }

  return {
    /** Says that it is being read, under a button that ends it. */
    async beginReport(addressee: Addressee, { by, total }: Asked): Promise<void> {
      const t = await wordsOf(addressee);
      const text = t(PROGRESS, { read: 0, total });
      const { dialog, personName } = addressee.origin;
      const to = { dialog, person: { id: by, name: personName } };
      const buttons = cancelButtons(t, currentWorkflowId(), by);
      await voice.post(addressee.origin, { key: PROGRESS, to, language: addressee.language, text, buttons });
    },

    /** Reads everything, and keeps table and picture. Run again it begins anew. */
    async readReport(addressee: Addressee, asked: Asked): Promise<ReadOutcome> {
      try {
        return await read(addressee, asked);
      } catch (error) {
        if (grantNeededOf(error) === null) throw error;
        const { portalId, botId } = addressee.origin;
        const step = `read:${currentActivity().id}`;
        const { language } = addressee;
        await askForGrant({ portalId, botId, userId: asked.by, language, workflowId: currentWorkflowId(), step });
        return { kind: "not_granted" };
      }
    },

    async postReport(
      addressee: Addressee,
      { by, query, report, csvFileId, chart }: Asked & { report: SalesReport } & Files,
    ): Promise<void> {
      const { origin, language } = addressee;
      const t = await wordsOf(addressee);
      const { text, buttons, card } = reportView({ t, language }, query, report, csvFileId);
      const to = { dialog: origin.dialog, person: { id: by, name: origin.personName } };
      await voice.post(origin, { key: "report", to, language, text, buttons, ...(card && { card }) });
      if (chart === null) return;
      const { fileId: keptFileId, name, title } = chart;
      const effect = { kind: "chat.file" as const, dialogId: origin.dialog.id, keptFileId, name, text: title };
      await voice.act(origin, { key: "chart", effect: () => effect, step: "posted" });
    },

    /** The message that showed how far it was says how it ended. */
    async endReport(addressee: Addressee, { outcome, total }: Asked & { outcome: string }): Promise<void> {
      const { origin } = addressee;
      const text = lastWords(await wordsOf(addressee), outcome, total);
      if (text !== null) await voice.repost(origin, { key: "end", of: PROGRESS, dialogId: origin.dialog.id, text });
      await voice.end(origin, outcome);
    },
  };
}

export type SalesReportActivities = ReturnType<typeof createSalesReportActivities>;

function lastWords(t: Translate<ReportTextKey>, outcome: string, total: number): string | null {
  switch (outcome) {
    case "posted":
      return t("done", { total });
    case "cancelled":
      return t("cancelled");
    case "not_granted":
      return t("notGranted");
    case "stopped":
      return null;
    default:
      return t("failed");
  }
}

const cancelButtons = (t: Translate<ReportTextKey>, workflowId: string, by: string): Button[][] => [
  [{ kind: "command", text: t("cancel"), command: "reportcancel", params: `${workflowId} ${by}` }],
];
