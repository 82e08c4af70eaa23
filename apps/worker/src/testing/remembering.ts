import type { FlowResult } from "@botdeck/dialog";
import type { Line, Offered, Said, SentFile } from "@botdeck/dialog/dialogs";
import { Context } from "@temporalio/activity";

import type { FlowActivities } from "../workflows/activities.ts";
import { newAlertDesk, rememberEscalations } from "./remember-escalations.ts";
import { newReportDesk, rememberReports } from "./remember-reports.ts";
import { newTicketDesk, rememberTickets } from "./remember-tickets.ts";
import { newVacationDesk, rememberVacations } from "./remember-vacations.ts";

export const PHOTO: SentFile = { id: "9", name: "photo.jpg", keptId: "kept-9", problem: null };

/** Words of a client, as the runtime hands them to a flow. */
export function words(text: string, given: Partial<Said> = {}): Said {
  const entities = { dates: [], ranges: [], phones: [], orderNumbers: [], money: [], names: [] };
  const understood = { intents: [], provider: "none", fellBackFrom: null, entities };
  return { text, files: [], understood, pressed: null, today: "2026-11-21", sure: null, leaning: null, ...given };
}

/** Activities that only remember, typed as the real ones, and what of the outside they find. */
export function remembering() {
  const done: string[] = [];
  const results: FlowResult[] = [];
  const tasks: Parameters<FlowActivities["createReturnTask"]>[1][] = [];
  const outside = {
    answer: (_request: string): unknown => "found",
    isFree: true,
    isTaskDone: false,
    isInStock: false,
    quiet: [] as number[],
    alerts: newAlertDesk(),
    reports: newReportDesk(),
    tickets: newTicketDesk(),
    vacations: newVacationDesk(),
    /** What happens outside before an activity ends. */
    onDone: async (_what: string): Promise<void> => {},
  };
  let onDone = () => {};

  /** Two flows at once are told apart by the last letters of their ids. */
  async function note(what: string): Promise<void> {
    const { workflowExecution } = Context.current().info;
    const mark = workflowExecution?.workflowId.endsWith("-two") === true ? "two: " : "";
    done.push(mark + what);
    await outside.onDone(what);
    onDone();
  }
  const textsOf = (lines: readonly Line[]) => lines.map(({ text }) => text).join(" + ");

  const activities: FlowActivities = {
    async say(_to, { lines }) {
      await note(`say ${textsOf(lines)}`);
      const buttons = lines.findLast((line) => line.buttons !== undefined)?.buttons ?? [];
      return buttons.flat().map(({ label, text, value }): Offered => ({ text: label ?? text ?? "", value }));
    },
    async request(_to, { name }) {
      await note(`request ${name}`);
      return await outside.answer(name);
    },
    digress: async (_to, { intent }) => note(`digress ${intent}`),
    async lead() {
      await note("lead");
      return outside.isFree;
    },
    async giveBack(_to, { text, outcome, result }) {
      results.push(result);
      await note(`giveBack ${outcome}${text === null ? "" : ` ${text}`}`);
    },
    endFlow: async (_to, { outcome }) => note(`end ${outcome}`),
    tellClient: async (_to, { lines }) => note(`tell ${textsOf(lines)}`),
    async putPhotoOnDisk(_to, keptId) {
      await note(`disk ${keptId}`);
      return `n-${keptId}`;
    },
    isReturnTaskDone: async () => outside.isTaskDone,
    async createReturnTask(_to, task) {
      tasks.push(task);
      await note("task");
    },
    askManager: async (_to, { managerId }) => note(`card ${managerId}`),
    remindManager: async (_to, { managerId }) => note(`remind ${managerId}`),
    tellSupervisor: async (_to, { supervisorId }) => note(`supervisor ${supervisorId}`),
    commentReturn: async (_to, { outcome }) => note(`comment ${outcome}`),
    tryNext: async (_to, { to }) => note(`next ${to.kind} ${to.id}`),
    promiseCall: async () => note("promise"),
    async takeBackWhenQuiet() {
      const quietInMs = outside.quiet.shift();
      await note(quietInMs === undefined ? "back" : "busy");
      return quietInMs === undefined ? { kind: "bots" } : { kind: "busy", quietInMs };
    },
    endHandOver: async (_to, { outcome }) => note(`end ${outcome}`),
    async isInStock() {
      await note("look");
      return outside.isInStock;
    },
    tellBack: async (_to, { product }) => note(`tell ${product.name}`),
    endWatch: async (_to, { outcome }) => note(`end ${outcome}`),
    async scanRecords({ of }) {
      await note(`scan ${of}`);
      return { kind: "done", found: 0 };
    },
    ...rememberEscalations(outside.alerts, note),
    ...rememberReports(outside.reports, note),
    ...rememberTickets(outside.tickets, note),
    ...rememberVacations(outside.vacations, note),
  };

  /** Resolves when this was done so often. */
  const until = (what: string, times = 1) =>
    new Promise<void>((resolve) => {
      onDone = () => {
        if (done.filter((each) => each === what).length >= times) resolve();
      };
      onDone();
    });
  return { done, results, tasks, outside, activities, until };
}
export type Remembering = ReturnType<typeof remembering>;
