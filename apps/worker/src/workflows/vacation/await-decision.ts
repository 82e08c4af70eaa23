import type { VacationNews } from "@botdeck/contracts";
import { condition } from "@temporalio/workflow";

import type { Approver } from "./next-approver.ts";
import type { WaitPlan } from "./plan-wait.ts";
import { vacations } from "./proxies.ts";
import type { Run } from "./run.ts";
import type { CardEnd, Standing } from "./tell-activities.ts";

/** Who has been asked, and under which keys they have been given buttons: all of them go with the decision. */
export type Card = { approverId: string; keys: string[] };

/** How the wait for a decision ended; with `edited` another version has to be asked for. */
export type Sought = {
  kind: "approved" | "declined" | "withdrawn" | "expired" | "no_approver" | "edited" | "stopped";
  /** Who decided, and where it stands. */
  by: string | null;
};

/**
 * Asks for a decision, and waits until there is one: with reminders on working days, on to the next one up the chain when
 * nobody decides, and round whoever is away. Only the word of who is asked now, or of an administrator, counts.
 */
export async function awaitDecision(run: Run, request: Standing): Promise<Sought> {
  const { flow, news, absenceId, rules } = run;
  const to = flow.addressee;
  const openedAt = Date.now();
  const passed: string[] = [];
  let hasAsked = false;
  let plan: WaitPlan | null = null;
  /** Whoever was asked a question has the word. */
  let waitsFor: "approver" | "person" = "approver";
  let isLast = false;

  const first = await choose();
  if (first === null) return { kind: "no_approver", by: null };
  let asked: Card = await ask(first);
  for (;;) {
    const dueAt = nextMoment();
    const hasWord = () => flow.isStopped() || news.queue.length > 0;
    if (dueAt === null) await condition(hasWord);
    else await condition(hasWord, Math.max(1, Math.ceil(dueAt - Date.now())));
    if (flow.isStopped()) return { kind: "stopped", by: null };
    const one = news.queue.shift();
    const end = one === undefined ? await onTime() : await hear(one);
    if (end !== null) return end;
  }

  async function choose(): Promise<Approver | null> {
    return await vacations.chooseApprover(to, { absenceId, passed: [...passed], at: Date.now(), rules });
  }

  async function ask({ approverId, because }: Approver): Promise<Card> {
    const key = flow.nextKey();
    await vacations.askApprover(to, { key, approverId, absenceId, because, isFirst: !hasAsked, rules });
    hasAsked = true;
    waitsFor = "approver";
    isLast = false;
    plan = await planFrom();
    return { approverId, keys: [key] };
  }

  /** Whoever has the word has been heard of just now. */
  async function planFrom(): Promise<WaitPlan> {
    return await vacations.planVacationWait(to, { rules, at: Date.now(), openedAt, toDay: request.toDay });
  }

  function nextMoment(): number | null {
    if (plan === null) return null;
    const moments = [plan.remindAt, escalatesAt(plan), plan.expireAt].filter((at) => at !== null);
    return Math.min(...moments);
  }

  /** Nobody is passed over while the person owes them an answer. */
  function escalatesAt({ escalateAt }: WaitPlan): number | null {
    return isLast || waitsFor === "person" ? null : escalateAt;
  }

  async function onTime(): Promise<Sought | null> {
    if (plan === null) return null;
    const now = Date.now();
    if (now >= plan.expireAt) return await conclude({ kind: "expired", by: null }, { kind: "expired" });
    const escalateAt = escalatesAt(plan);
    if (escalateAt !== null && now >= escalateAt) {
      if (await moveOn()) return null;
      isLast = true;
    }
    if (plan.remindAt === null || now < plan.remindAt) return null;
    const { approverId } = asked;
    const isAway =
      waitsFor === "approver" &&
      (await vacations.isApproverAway(to, { approverId, at: now, calendar: rules.calendar }));
    if (isAway && (await moveOn())) return null;
    await remind();
    plan = { ...plan, remindAt: (await planFrom()).remindAt };
    return null;
  }

  async function remind(): Promise<void> {
    const { approverId } = asked;
    const key = flow.nextKey();
    await vacations.remindAboutVacation(to, { key, absenceId, approverId, whom: waitsFor });
    if (waitsFor === "approver") asked.keys.push(key);
  }

  /** @returns False when nobody is left: whoever is asked stays asked. */
  async function moveOn(): Promise<boolean> {
    passed.push(asked.approverId);
    const next = await choose();
    if (next === null) return false;
    await close({ kind: "moved", toId: next.approverId });
    asked = await ask(next);
    return true;
  }

  async function hear(one: VacationNews): Promise<Sought | null> {
    if (one.version > request.version) {
      // It is about what came of a change: that is asked for first.
      if (one.kind !== "edited") news.queue.unshift(one);
      return await changed();
    }
    switch (one.kind) {
      case "edited":
        return null;
      case "nudged":
        await remind();
        return null;
      case "withdrawn":
        if (one.by !== request.personId) return null;
        return await conclude({ kind: "withdrawn", by: null }, { kind: "withdrawn" });
      case "answered": {
        if (one.by !== request.personId || waitsFor === "approver") return null;
        const key = flow.nextKey();
        await vacations.passAnswer(to, { key, absenceId, approverId: asked.approverId, rules });
        asked.keys.push(key);
        waitsFor = "approver";
        plan = await planFrom();
        return null;
      }
      case "asked":
        if (!(await mayDecide(one))) return null;
        await vacations.passQuestion(to, { key: flow.nextKey(), absenceId, by: one.by });
        waitsFor = "person";
        plan = await planFrom();
        return null;
      case "approved":
      case "declined":
        if (!(await mayDecide(one))) return null;
        return await conclude({ kind: one.kind, by: one.by }, { kind: one.kind, by: one.by });
    }
  }

  /** Anybody can type what a button calls, and a press may be older than what it is about. */
  async function mayDecide({ by, version, isAdmin }: VacationNews): Promise<boolean> {
    // The bot has told them so: it reads the version from the row.
    if (version !== request.version) return false;
    const may = by !== request.personId && (by === asked.approverId || isAdmin === true);
    if (!may) await vacations.tellTooLate(to, { key: flow.nextKey(), absenceId, by });
    return may;
  }

  async function conclude(
    sought: Sought & { kind: "approved" | "declined" | "withdrawn" | "expired" },
    end: CardEnd,
  ): Promise<Sought> {
    const { kind, by } = sought;
    const isVersioned = kind !== "withdrawn";
    const move = { absenceId, to: kind, ...(isVersioned && { version: request.version }), ...(by !== null && { by }) };
    // The row is the truth: the word about its change may be on its way, or lost.
    if (!(await vacations.moveVacation(to, move))) return await changed();
    await close(end);
    return sought;
  }

  async function changed(): Promise<Sought> {
    await close({ kind: "changed" });
    return { kind: "edited", by: null };
  }

  async function close(end: CardEnd): Promise<void> {
    const { approverId, keys } = asked;
    await vacations.closeCard(to, { key: flow.nextKey(), of: [...keys], absenceId, approverId, end });
  }
}
