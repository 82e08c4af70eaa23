import { onCallAt, RotaLayer, turnsIn } from "@botdeck/notifications";
import { conversation } from "@botdeck/testing/conversation";
import { describe, expect, test } from "vitest";

import { notifyBot } from "../bot.ts";
import type { NotifyServices } from "../services.ts";
import type { AlertAnswer, AlertFacts, AlertTimeline } from "./alert-facts.ts";
import type { AnsweredOffer, OnCallServices, TurnChange } from "./services.ts";

/** A Saturday, noon in Moscow. */
const AT = "2026-11-21T09:00:00Z";
const ID = "01a1fdd1-e5c6-775c-95d4-e7dfc6bd2fec";
const PEOPLE = [
  { id: "1", name: "Emma" },
  { id: "2", name: "Boris" },
  { id: "3", name: "Clara" },
];
const ALERT: AlertFacts = {
  id: ID,
  outcome: "done",
  title: "[b]Site[/b] down",
  severity: "critical",
  firing: 1,
  total: 2,
  firstAt: AT,
  acknowledgedByName: "Boris",
  workflowId: "escalation:p:g:1",
  episode: 1,
};
const nameOf = (id: string | null) => PEOPLE.find((each) => each.id === id)?.name ?? "";

const DAYS = [RotaLayer.parse({ people: ["1", "2"], turn: { every: "day", count: 1 }, startsOn: "2026-11-21" })];
const WEEKS = [RotaLayer.parse({ people: ["1", "2"], turn: { every: "week", count: 1 }, startsOn: "2026-11-16" })];

type Given = {
  rotas?: readonly string[];
  alert?: Partial<AlertFacts> | null;
  isAdmin?: boolean;
  isTicketThere?: boolean;
  /** Nobody knows when the turn that is under way ends. */
  alone?: boolean;
  awayId?: string;
  /** What comes of an offer that is not answered yet. */
  answered?: AnsweredOffer["outcome"];
  layers?: readonly RotaLayer[];
};

/** Emma and Boris take turns by the day, from 9 on. */
function open({ rotas = ["Shop"], alert = {}, isAdmin = false, isTicketThere = false, ...given }: Given = {}) {
  const { alone = false, awayId, answered = "done", layers = DAYS } = given;
  const question = { rota: { timeZone: "Europe/Moscow", layers: [...layers] }, overrides: [], absences: [] };
  const answers: AlertAnswer[] = [];
  const changes: (TurnChange & { state: string })[] = [];
  const files: string[] = [];
  const facts = alert === null ? null : { ...ALERT, ...alert };
  const turn = ({ userId, fromAt, untilAt }: { userId: string | null; fromAt: Date; untilAt: Date }) => ({
    userId,
    userName: nameOf(userId),
    from: fromAt.toISOString(),
    until: untilAt.toISOString(),
  });
  const onCall: OnCallServices = {
    now: async () => [],
    rotas: async () =>
      rotas.map((rota) => {
        const { until } = onCallAt({ ...question, now: new Date(AT) });
        const [first, next] = turnsIn(question, {
          fromAt: new Date(AT),
          untilAt: new Date(until.getTime() + 86_400_000),
        });
        if (first === undefined || next === undefined) throw new Error("a rota has turns");
        const open = alone
          ? { now: { ...turn(first), until: null }, next: null }
          : { now: turn(first), next: turn(next) };
        return { id: rota, rota, timeZone: "Europe/Moscow", people: ["1", "2"], ...open };
      }),
    turns: async (_id, { from, until }) =>
      turnsIn(question, { fromAt: new Date(from), untilAt: new Date(until) }).map(turn),
    async change(asked, state) {
      changes.push(...asked.map((each) => ({ ...each, state })));
      return asked.map((_each, index) => `offer-${index}`);
    },
    async answerOffer(ids, to) {
      if (ids[0] !== "offer-0") return null;
      const times = [{ from: "2026-11-23T06:00:00Z", until: "2026-11-23T21:00:00Z" }];
      const outcome = changes[0]?.state === "offered" ? answered : "answered";
      if (changes[0] !== undefined) changes[0].state = to;
      const who = { askedById: "1", askedByName: "Emma", userId: "2" };
      return { outcome, rota: "Shop", timeZone: "Europe/Moscow", ...who, times };
    },
    isAway: async (_id, userId) => userId === awayId,
    isAdmin: async () => isAdmin,
    async answer(groupId, given) {
      if (groupId !== ID) return null;
      answers.push(given);
      return facts;
    },
    noteTicket: async (_groupId, stepId) => facts && { isNew: !isTicketThere && stepId === "step-1", alert: facts },
    latest: async () => [{ id: ID, title: "Site down", at: AT }],
    timeline: async (_groupId, episode): Promise<AlertTimeline | null> =>
      facts && {
        ...facts,
        state: "resolved",
        resolvedAt: "2026-11-21T09:12:00Z",
        labels: { service: "shop" },
        alerts: [],
        moments: [
          { at: AT, kind: "escalated", personName: null, facts: { level: 1, away: "Clara" } },
          { at: AT, kind: "paged", personName: "Boris", facts: { level: 1, dialogId: "2" } },
          { at: AT, kind: "note", personName: null, facts: { note: "quiet_hours", level: 2, until: AT } },
          { at: AT, kind: "escalated", personName: "Boris", facts: { isAsked: true } },
          { at: AT, kind: "silenced", personName: "Boris", facts: { until: null } },
          { at: AT, kind: "told_source", personName: null, facts: { what: "acknowledged" } },
          { at: AT, kind: "fallback", personName: null, facts: { dialogId: "chat5" } },
        ],
        earlier: episode === undefined ? [{ episode: 1, at: AT }] : [],
      },
    async keepFile({ content }) {
      files.push(new TextDecoder().decode(content));
      return "01a1fdd1-e5c6-775c-95d4-e7dfc6bd2fed";
    },
  };
  // Only these are asked here.
  const services = { onCall } as NotifyServices;
  const chat = (language: "en" | "ru" = "en") =>
    conversation(notifyBot, { language, services, at: AT, people: PEOPLE });
  return { answers, changes, files, chat };
}

const signal = (payload: object) => ({ workflowId: "escalation:p:g:1", signal: "escalationNews", payload });

describe("buttons of an alert", () => {
  test("Acknowledge says nothing, for the card does; the escalation hears who it was", async () => {
    const { chat, answers } = open();
    const payload = { id: "step-1", by: "1", byName: "Emma", kind: "acknowledged" };
    await chat().command("ack", ID).effect("workflow.signal", signal(payload)).silence().run();
    expect(answers).toEqual([{ kind: "acknowledged" }]);
  });

  test("who comes second hears who has it, and who comes too late that it is over or given up; nothing else happens", async () => {
    await open({ alert: { outcome: "taken" } })
      .chat()
      .command("ack", ID)
      .bot("Boris has it already: Site down")
      .silence()
      .run();
    await open({ alert: { outcome: "over" } })
      .chat("ru")
      .command("ack", ID)
      .bot("Уже восстановлено: Site down")
      .run();
    await open({ alert: { outcome: "forgotten" } })
      .chat()
      .command("silence", `${ID} 4h`)
      .bot(/nobody for it any more, so nothing was changed: Site down\. Once/)
      .silence()
      .run();
    await open({ alert: null })
      .chat()
      .command("escalate", ID)
      .bot(/not there any more/)
      .run();
    await open()
      .chat()
      .command("ack", "nonsense")
      .bot(/not there any more/)
      .run();
  });

  test.each([
    ["4h", "2026-11-21T13:00:01.000Z"],
    ["morning", "2026-11-22T06:00:00.000Z"],
    ["recovery", null],
  ])("Silence %s ends at %s", async (span, until) => {
    const { chat, answers } = open();
    const payload = { id: "step-1", by: "1", byName: "Emma", kind: "silenced", until };
    await chat().command("silence", `${ID} ${span}`).effect("workflow.signal", signal(payload)).silence().run();
    expect(answers).toEqual([{ kind: "silenced", until }]);
  });

  test("a silence for no time that we know is none", async () => {
    const { chat, answers } = open();
    await chat()
      .command("silence", `${ID} 0h`)
      .bot(/Say for how long/)
      .run();
    expect(answers).toEqual([]);
  });

  test("Escalate says that the next level is paged", () =>
    open()
      .chat()
      .command("escalate", ID)
      .effect("workflow.signal", signal({ id: "step-1", by: "1", byName: "Emma", kind: "escalate" }))
      .bot("I page the next level: Site down")
      .run());

  test("a ticket is one task of whoever pressed", async () => {
    await open()
      .chat()
      .command("ticket", ID)
      .effect("task.create", { originId: `alert:${ID}:1`, title: "Alert: Site down", responsibleId: "1" })
      .bot(/A task is made, and it is yours/)
      .run();
    await open({ isTicketThere: true })
      .chat()
      .command("ticket", ID)
      .bot(/There is a task for it already/)
      .silence()
      .run();
  });

  test("the timeline comes as a file to go on writing in, without a way to smuggle markup into it", async () => {
    const { chat, files } = open();
    await chat()
      .command("postmortem")
      .bot(/Of which alert/)
      .press("Site down")
      .effect("chat.file", { name: "postmortem-2026-11-21.md", text: "The timeline of Site down" })
      .bot(/It has fired before/)
      .buttons("Sat 21 Nov, 12:00 GMT+3")
      .command("postmortem", `${ID} 1`)
      .effect("chat.file", { name: "postmortem-2026-11-21.md" })
      .run();
    expect(files).toHaveLength(2);
    expect(files[0]).toMatch(/^# Postmortem: Site down\n.*## What we change/s);
    const said = (file: string) =>
      [...file.matchAll(/^\| 2026-11-21 12:00:00 \| (.*) \|$/gm)].map(([, words]) => words);
    expect(said(files[0] ?? "")).toEqual([
      "Level 1, away: Clara",
      "Paged Boris on level 1",
      "Note 2, quiet hours, until 2026-11-21 12:00:00",
      "The next level is asked for by Boris",
      "Silenced by Boris until it recovers",
      "The source was told acknowledged",
      "Nobody has answered: told to chat 5",
    ]);
  });

  test("the timeline is told in the reader's language, codes and all", async () => {
    const { chat, files } = open();
    await chat("ru")
      .command("postmortem", ID)
      .effect("chat.file", {})
      .bot(/раньше/)
      .run();
    expect(files[0]).toContain("- Важность: Критично");
    const said = (files[0] ?? "").match(/\| 2026-11-21 12:00:00 \| .*/g)?.join("\n") ?? "";
    expect(said).toMatch(/нет на месте: Clara.*на уровне 1.*тихие часы.*до восстановления.*в работе.*чат 5/s);
    expect(said).not.toMatch(/quiet_hours|acknowledged|chat5|isAsked/);
  });
});

describe("/oncall", () => {
  test("says who is on call now and next, and offers those who take turns what they can do", () =>
    open()
      .chat()
      .command("oncall")
      .bot(
        /^\[B\]On call\[\/B\]\nShop: Emma until Sun,? 22 Nov,? 09:00 GMT\+3, then Boris until Mon,? 23 Nov,? 09:00 GMT\+3$/,
      )
      .buttons("Offer my turn", "Take over today")
      .as("3")
      .command("oncall")
      .bot(/Shop: Emma/)
      .run());

  test("says nothing of an end that nobody knows", () =>
    open({ alone: true })
      .chat()
      .command("oncall")
      .bot(/\nShop: Emma$/)
      .run());

  test("of a turn of a week the days are offered that were asked for, and its last night to its end", async () => {
    const { chat, changes } = open({ layers: WEEKS });
    const at = async (when: string) => {
      await chat()
        .command("oncall", `swap Boris ${when}`)
        .tells("2", /take over/)
        .bot(/^I have asked Boris/)
        .run();
      const { from, until } = changes.at(-1) ?? { from: "", until: "" };
      return [from.slice(0, 16), until.slice(0, 16)];
    };
    expect(await at("today")).toEqual(["2026-11-21T09:00", "2026-11-21T21:00"]);
    expect(await at("tomorrow")).toEqual(["2026-11-21T21:00", "2026-11-23T06:00"]);
  });

  test("both hear when whoever is asked is away then", () =>
    open({ awayId: "2" })
      .chat()
      .command("oncall", "swap Boris Monday")
      .tells("2", /\nBy the calendar you are away then/)
      .bot(/\nBy the calendar Boris is away then/)
      .run());

  test.each([
    ["over", /^That time is over: Shop/],
    ["not_theirs", /^Emma does not have this turn any more: Shop/],
  ] as const)("who agrees to what is %s hears that nothing changes, and nobody else hears anything", (answered, said) =>
    open({ answered })
      .chat()
      .command("oncall", "swap Boris Monday")
      .tells("2", /take over Shop/)
      .bot(/^I have asked/)
      .as("2")
      .command("swapanswer", "agreed offer-0")
      .bot(said)
      .silence()
      .run(),
  );

  test("tells a portal without rotas how to get one", () =>
    open({ rotas: [] })
      .chat()
      .command("oncall")
      .bot(/no rota yet/)
      .run());

  test("swap offers the person's own turns of those days; whoever is asked agrees once, and both know", async () => {
    const { chat, changes } = open();
    await chat()
      .command("oncall", "swap Boris Monday")
      .tells("2", /^Emma asks you to take over Shop: Mon,? 23 Nov,? 09:00 – Tue,? 24 Nov,? 09:00 GMT\+3\.$/)
      .bot(/^I have asked Boris to take over Shop: .* You are on call until they agree\.$/)
      .as("2")
      .command("swapanswer", "agreed offer-0")
      .tells("1", /^Boris takes over Shop/)
      .bot(/^Agreed: you are on call/)
      .command("swapanswer", "declined offer-0")
      .bot("It was answered before.")
      .command("swapanswer", "agreed offer-9")
      .bot(/not there any more, or is not yours/)
      .run();
    expect(changes).toMatchObject([
      { userId: "2", from: "2026-11-23T06:00:00.000Z", until: "2026-11-24T06:00:00.000Z" },
    ]);
  });

  test("swap by the mention that a messenger writes, in Russian", () =>
    open()
      .chat("ru")
      .command("oncall", "swap [USER=2]Boris[/USER] завтра")
      .tells("2", /^Emma просит вас взять дежурство Shop: .*22/)
      .bot(/^Спросил, возьмёт ли Boris/)
      .run());

  test("only what is the person's own can be offered, and not to themselves", () =>
    open()
      .chat()
      .as("3")
      .command("oncall", "swap Boris tomorrow")
      .bot(/You are not on call then/)
      .as("1")
      .command("oncall", "swap Emma tomorrow")
      .bot(/your own turn already/)
      .command("oncall", "swap Boris")
      .bot(/Write to whom and when/)
      .run());

  test("take is for people of the rota, who then have it at once, and whoever had it knows", async () => {
    const { chat, changes } = open();
    await chat()
      .as("2")
      .command("oncall", "take today")
      .tells("1", /^Boris takes over Shop from you: Sat,? 21 Nov,? 12:00 – Sun,? 22 Nov,? 09:00 GMT\+3\.$/)
      .bot(/^You are on call for Shop/)
      .as("3")
      .command("oncall", "take today")
      .bot(/Only people of this rota/)
      .run();
    expect(changes).toMatchObject([{ userId: "2", state: "agreed" }]);
  });

  test("give is for administrators, and everybody concerned is told", async () => {
    await open()
      .chat()
      .command("oncall", "give Clara tomorrow")
      .bot(/Only an administrator/)
      .run();
    await open({ isAdmin: true })
      .chat()
      .command("oncall", "give Clara tomorrow")
      .tells("2", /^Clara takes over Shop from you/)
      .tells("3", /^Emma has put you on call for Shop/)
      .bot(/^Clara is on call for Shop/)
      .run();
  });

  test("of several rotas it is asked which one is meant", () =>
    open({ rotas: ["Shop", "Office"] })
      .chat()
      .command("oncall", "swap Boris tomorrow")
      .bot("Which rota?")
      .press("Office")
      .tells("2", /take over Office/)
      .bot(/^I have asked Boris/)
      .run());
});
