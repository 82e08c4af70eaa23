import { onCallAt, RotaLayer, turnsIn } from "@botdeck/notifications";
import { conversation } from "@botdeck/testing/conversation";
import { describe, expect, test } from "vitest";

import { notifyBot } from "../bot.ts";
import type { NotifyServices } from "../services.ts";
import type { AlertAnswer, AlertFacts, AlertTimeline } from "./alert-facts.ts";
import type { OnCallServices, TurnChange } from "./services.ts";

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

type Given = {
  rotas?: readonly string[];
  alert?: Partial<AlertFacts> | null;
  isAdmin?: boolean;
  isTicketThere?: boolean;
};

/** Emma and Boris take turns by the day, from 9 on. */
function open({ rotas = ["Shop"], alert = {}, isAdmin = false, isTicketThere = false }: Given = {}) {
  const layers = [RotaLayer.parse({ people: ["1", "2"], turn: { every: "day", count: 1 }, startsOn: "2026-11-21" })];
  const question = { rota: { timeZone: "Europe/Moscow", layers }, overrides: [], absences: [] };
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
        return { id: rota, rota, timeZone: "Europe/Moscow", people: ["1", "2"], now: turn(first), next: turn(next) };
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
      const isNew = changes[0]?.state === "offered";
      if (changes[0] !== undefined) changes[0].state = to;
      return { isNew, rota: "Shop", timeZone: "Europe/Moscow", askedById: "1", userId: "2", times };
    },
    isAdmin: async () => isAdmin,
    async answer(groupId, given) {
      if (groupId !== ID) return null;
      answers.push(given);
      return facts;
    },
    noteTicket: async (_groupId, stepId) => facts && { isNew: !isTicketThere && stepId === "step-1", alert: facts },
    latest: async () => [{ id: ID, title: "Site down", at: AT }],
    timeline: async (): Promise<AlertTimeline | null> =>
      facts && {
        ...facts,
        state: "resolved",
        resolvedAt: "2026-11-21T09:12:00Z",
        labels: { service: "shop" },
        alerts: [],
        moments: [{ at: AT, kind: "paged", personName: "Boris", facts: { level: 1, dialogId: "2" } }],
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

  test("who comes second hears who has it, and who comes too late that it is over; nothing else happens", async () => {
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
      .run();
    expect(files[0]).toMatch(
      /^# Postmortem: Site down\n.*\| 2026-11-21 12:00:00 \| Paged Boris 1 \|.*## What we change/s,
    );
  });
});

describe("/oncall", () => {
  test("says who is on call now and next, and offers those who take turns what they can do", () =>
    open()
      .chat()
      .command("oncall")
      .bot(/^\[B\]On call\[\/B\]\nShop: Emma until Sun,? 22 Nov,? 09:00, then Boris until Mon,? 23 Nov,? 09:00$/)
      .buttons("Offer my turn", "Take over today")
      .as("3")
      .command("oncall")
      .bot(/Shop: Emma/)
      .run());

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
      .tells("2", /^Emma asks you to take over Shop: Mon,? 23 Nov,? 09:00 – Tue,? 24 Nov,? 00:00\.$/)
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
      { userId: "2", from: "2026-11-23T06:00:00.000Z", until: "2026-11-23T21:00:00.000Z" },
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
      .tells("1", /^Boris takes over Shop from you: Sat,? 21 Nov,? 12:00 – Sun,? 22 Nov,? 00:00\.$/)
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
