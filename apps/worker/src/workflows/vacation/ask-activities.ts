import { absenceButton, approvalCard, balancesOf, countDays, decisionButtons, ownButtons } from "@botdeck/bots";
import type { VacationInput } from "@botdeck/contracts";
import { localOf } from "@botdeck/core/working-time";
import type { Directory } from "@botdeck/crm";
import { absencesOf, answerIn, type DatabaseHandle, noteAbsence } from "@botdeck/db";
import { plainWords } from "@botdeck/dialog";

import { isForGood } from "../../services/absence-portal.ts";
import type { HrTeam } from "../../services/hr-team.ts";
import type { Addressee } from "../flow/flow.ts";
import { type Approver, type Because, nextApprover } from "./next-approver.ts";
import { planWait, type WaitPlan, type WaitRules } from "./plan-wait.ts";
import type { Request, T, Writing } from "./writing.ts";

type Deps = {
  db: DatabaseHandle["db"];
  directoryOf: (portalId: string) => Promise<Directory>;
  team: Pick<HrTeam, "around" | "isAway">;
  writing: Writing;
};

type CardRules = Pick<VacationInput, "calendar" | "mostAway" | "balance">;
type ChoiceRules = Pick<VacationInput, "calendar" | "substitutes" | "fallbackApproverId">;

/** Finds and asks whoever decides. */
export function createAskActivities({ db, directoryOf, team, writing }: Deps) {
  const dayAt = (at: number, { calendar }: Pick<VacationInput, "calendar">) =>
    localOf(new Date(at).toISOString(), calendar.timeZone).day;

  /** Where the portal lets nobody see who leads whom, its own choice is left. */
  async function headsAbove(portalId: string, personId: string): Promise<readonly string[]> {
    try {
      return await (await directoryOf(portalId)).headsAbove(personId);
    } catch (error) {
      if (isForGood(error)) return [];
      throw error;
    }
  }

  /** A portal that does not tell about the team holds up nobody. */
  const teamOf = ({ portalId, personId, kind, ...days }: Request) =>
    kind === "remote" ? Promise.resolve(null) : team.around(portalId, personId, days).catch(() => null);

  async function balancesFor(request: Request, { balance, calendar }: CardRules) {
    if (balance === null) return [];
    const year = { fromDay: `${request.fromDay.slice(0, 4)}-01-01`, toDay: `${request.toDay.slice(0, 4)}-12-31` };
    const others = await absencesOf(db, request, year);
    // safe: the bot's own setting, which its schema has read
    return balancesOf(request, others, { ...balance, calendar } as Parameters<typeof balancesOf>[2]);
  }

  return {
    /** @param asked.at The moment, in milliseconds. @returns Null when nobody is left to ask, or the request is gone. */
    async chooseApprover(
      { origin }: Addressee,
      { absenceId, passed, at, rules }: { absenceId: string; passed: string[]; at: number; rules: ChoiceRules },
    ): Promise<Approver | null> {
      const request = await writing.read(absenceId);
      if (request === null) return null;
      const heads = await headsAbove(origin.portalId, request.personId);
      const { substitutes, fallbackApproverId } = rules;
      const isAway = (userId: string) => team.isAway(origin.portalId, userId, dayAt(at, rules));
      return nextApprover({ personId: request.personId, heads, substitutes, fallbackApproverId, passed, isAway });
    },

    async isApproverAway(
      { origin }: Addressee,
      { approverId, at, calendar }: { approverId: string; at: number } & Pick<VacationInput, "calendar">,
    ): Promise<boolean> {
      return team.isAway(origin.portalId, approverId, dayAt(at, { calendar }));
    },

    /** Time zones stay out of workflow code: what a release changes of them must not change what is replayed. */
    planVacationWait: async (
      _to: Addressee,
      { rules, ...moments }: { rules: WaitRules; at: number; openedAt: number; toDay: string },
    ): Promise<WaitPlan> => planWait(rules, moments),

    /** The card goes to whoever decides, and the person is told who that is. */
    async askApprover(
      to: Addressee,
      asked: {
        key: string;
        absenceId: string;
        approverId: string;
        because: Because;
        isFirst: boolean;
        rules: CardRules;
      },
    ): Promise<void> {
      const { key, absenceId, approverId, rules } = asked;
      const request = await writing.read(absenceId);
      if (request?.state !== "requested") return;
      await noteAbsence(db, absenceId, { approverId });
      const [around, balances, because, by] = await Promise.all([
        teamOf(request),
        balancesFor(request, rules),
        becauseInWords(to, asked.because),
        writing.nameOf(to, approverId),
      ]);
      const dayCount = countDays(request, { daysAre: rules.balance?.daysAre ?? "calendar", calendar: rules.calendar });
      const facts = { absence: request, dayCount, team: around, mostAway: rules.mostAway, balances, because };
      await writing.write(to, { key, to: approverId }, (t) => approvalCard(t, facts));
      await writing.write(to, { key: `${key}:told`, to: request.personId }, (t) => ({
        text: t(asked.isFirst ? "toldApprover" : "toldNextApprover", { ...writing.wordsOf(t, request), by }),
        buttons: ownButtons(t, request),
      }));
    },

    async remindAboutVacation(
      to: Addressee,
      {
        key,
        absenceId,
        approverId,
        whom,
      }: { key: string; absenceId: string; approverId: string; whom: "approver" | "person" },
    ): Promise<void> {
      const request = await writing.read(absenceId);
      if (request?.state !== "requested") return;
      if (whom === "approver") {
        await writing.write(to, { key, to: approverId }, (t) => ({
          text: t("reminder", writing.wordsOf(t, request)),
          buttons: decisionButtons(t, request),
        }));
        return;
      }
      const by = await writing.nameOf(to, approverId);
      await writing.write(to, { key, to: request.personId }, (t) => ({
        text: t("reminderAnswer", { ...writing.wordsOf(t, request), by, question: plainWords(request.reason ?? "") }),
        buttons: answerButton(t, request),
      }));
    },

    async passQuestion(
      to: Addressee,
      { key, absenceId, by }: { key: string; absenceId: string; by: string },
    ): Promise<void> {
      const request = await writing.read(absenceId);
      if (request?.state !== "requested") return;
      const name = await writing.nameOf(to, by);
      await writing.write(to, { key, to: request.personId }, (t) => ({
        text: t("toldQuestion", {
          ...writing.wordsOf(t, request),
          by: name,
          question: plainWords(request.reason ?? ""),
        }),
        buttons: answerButton(t, request),
      }));
    },

    /** What the person answered stands last in the request's comment: the decision is asked for once more, with it. */
    async passAnswer(
      to: Addressee,
      asked: { key: string; absenceId: string; approverId: string; rules: CardRules },
    ): Promise<void> {
      const request = await writing.read(asked.absenceId);
      if (request?.state !== "requested") return;
      const { rules } = asked;
      const [around, balances] = await Promise.all([teamOf(request), balancesFor(request, rules)]);
      const dayCount = countDays(request, { daysAre: rules.balance?.daysAre ?? "calendar", calendar: rules.calendar });
      const { answer, before: comment } = answerIn(request.comment);
      const absence = { ...request, comment };
      const facts = { absence, dayCount, team: around, mostAway: rules.mostAway, balances, because: null };
      await writing.write(to, { key: asked.key, to: asked.approverId }, (t) => {
        const card = approvalCard(t, facts);
        const told = t("toldAnswer", { ...writing.wordsOf(t, request), answer: plainWords(answer) });
        return { ...card, text: `${told}\n${card.text}` };
      });
    },
  };

  async function becauseInWords(to: Addressee, because: Because) {
    if (because?.kind !== "head_away") return because;
    return { kind: "head_away" as const, head: await writing.nameOf(to, because.headId) };
  }
}

const answerButton = (t: T, request: Request) => [[absenceButton(t("answerButton"), request, "answer")]];
