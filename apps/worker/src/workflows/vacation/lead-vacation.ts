import type { VacationInput, VacationOutcome, VacationStep } from "@botdeck/contracts";

import { createFlow } from "../flow/flow.ts";
import { awaitDecision, type Sought } from "./await-decision.ts";
import { awaitLastDay } from "./await-last-day.ts";
import { hearNews } from "./hear-news.ts";
import { makeMarks, undoMarks } from "./keep-marks.ts";
import { vacations } from "./proxies.ts";
import { runOf } from "./run.ts";
import type { Standing, Told } from "./tell-activities.ts";

const TOLD: Readonly<Partial<Record<Sought["kind"], Told>>> = {
  declined: "declined",
  withdrawn: "withdrawn",
  expired: "expired",
  no_approver: "nobody",
};

/** The whole of a request; see `vacation`. */
export async function leadVacation(input: VacationInput): Promise<VacationOutcome> {
  const flow = createFlow<VacationStep>(input, "asking");
  flow.leads = false;
  const news = hearNews();
  const run = runOf(flow, news, input);
  const { absenceId, rules } = run;
  const to = flow.addressee;
  /** What is taken out of the calendar beside everything else. */
  const undoing: Promise<void>[] = [];

  for (;;) {
    const request = await vacations.readVacation(to, { absenceId });
    if (request === null) return await end("gone");
    const { kind: granted, by: decidedBy } = await seek(request);
    if (granted === "edited") continue;
    if (granted !== "approved") return await end(granted);

    const { endsAt: until } = await vacations.planVacationWait(to, {
      rules,
      at: Date.now(),
      openedAt: Date.now(),
      toDay: request.toDay,
    });
    const days = { ...request, until, decidedBy };
    const marks = await makeMarks(run, days);
    flow.step = "marked";
    const came = await awaitLastDay(run, days);
    if (came === "over" || came === "stopped") return await end(came);
    flow.step = "undoing";
    const undone = undoMarks(run, marks);
    // It is waited for at the end; a run that fails before has told its own reason.
    undone.catch(() => {});
    undoing.push(undone);
    if (came === "cancelled") return await cancelled();
  }

  /** Until somebody has decided, or the head knows where nobody has to. */
  async function seek(request: Standing): Promise<Sought> {
    flow.step = "asking";
    if (input.freeKinds.includes(request.kind)) return await takeFree(request);
    const sought = await awaitDecision(run, request);
    const { kind, by } = sought;
    if (kind === "no_approver") {
      // Where it does not end here it was changed while somebody was looked for.
      const { version } = request;
      if (!(await vacations.moveVacation(to, { absenceId, to: kind, version }))) return { kind: "edited", by: null };
    }
    if (kind === "approved") await tell("approved", by);
    const told = TOLD[kind];
    if (told !== undefined) await tell(told, by);
    return sought;
  }

  async function takeFree({ version }: Standing): Promise<Sought> {
    const head = await vacations.chooseApprover(to, { absenceId, passed: [], at: Date.now(), rules });
    const headId = head?.approverId ?? null;
    const by = headId === null ? {} : { by: headId };
    if (!(await vacations.moveVacation(to, { absenceId, to: "approved", version, ...by }))) {
      return { kind: "edited", by: null };
    }
    await vacations.tellHead(to, { key: flow.nextKey(), absenceId, what: "free" });
    await tell("free", headId);
    return { kind: "approved", by: headId };
  }

  async function cancelled(): Promise<VacationOutcome> {
    await tell("cancelled", null);
    await vacations.tellHead(to, { key: flow.nextKey(), absenceId, what: "cancelled" });
    return await end("cancelled");
  }

  async function tell(what: Told, by: string | null): Promise<void> {
    await vacations.tellPerson(to, { key: flow.nextKey(), absenceId, what, by });
  }

  async function end(outcome: VacationOutcome): Promise<VacationOutcome> {
    await Promise.all(undoing);
    flow.step = "done";
    flow.isOver = true;
    await vacations.endVacation(to, { outcome });
    return outcome;
  }
}
