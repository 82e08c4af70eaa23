import type { RecordChange } from "@botdeck/core";
import fc from "fast-check";
import { expect, test } from "vitest";

import { Preference } from "../preferences/preference.ts";
import { type Decision, decideNotifications } from "./decide-notifications.ts";
import { Rule, type NamedRule } from "./rule.ts";

const NOW = new Date("2026-11-20T09:00:00Z");
const DAY = ["09:00-18:00"];
const settings = { timeZone: "Europe/Moscow", hours: [DAY, DAY, DAY, DAY, DAY, [], []], holidays: [], bigDeal: 0 };
const PEOPLE = ["1", "2", "3", "4", "5"];
const template = { title: "Deal {record.title}", rows: [] };

const rule = (more: Record<string, unknown> = {}): NamedRule => ({
  ...Rule.parse({
    title: { en: "A rule", ru: "Правило" },
    trigger: { kind: "record", record: "deal", changes: ["updated"] },
    audience: [{ kind: "role", role: "responsible" }],
    template: { en: template, ru: template },
    ...more,
  }),
  code: "own:1",
  isBuiltIn: false,
  isEnabled: true,
});

const change = (more: Partial<RecordChange> = {}): RecordChange => ({
  kind: "record.changed",
  portalId: "p",
  botId: "b",
  subject: "deal:17",
  change: "updated",
  record: { id: "17", title: "Pumps", responsibleId: "2", creatorId: "3", amount: 10, stageId: "NEW" },
  history: null,
  people: Object.fromEntries(PEOPLE.map((id) => [id, { name: `Person ${id}`, headIds: ["4"], departmentIds: ["7"] }])),
  userId: "3",
  occurredAt: NOW.toISOString(),
  ...more,
});

let ids = 0;
const decide = (
  rules: NamedRule[],
  given: Partial<RecordChange> = {},
  wishes: Record<string, object> = {},
): Decision[] =>
  decideNotifications({
    change: change(given),
    before: null,
    rules,
    preferences: new Map(Object.entries(wishes).map(([id, wish]) => [id, Preference.parse(wish)])),
    onCall: new Map([["duty", ["5"]]]),
    settings,
    languageOf: () => "en",
    now: NOW,
    newId: () => String(++ids),
  });
const brief = (decisions: Decision[]) => decisions.map(({ dialogId, outcome }) => [dialogId, outcome]);

const audience = fc.oneof(
  fc.constantFrom("responsible", "creator", "participants").map((role) => ({ kind: "role" as const, role })),
  fc.constant({ kind: "supervisor" as const }),
  fc.constantFrom(...PEOPLE).map((id) => ({ kind: "person" as const, id })),
  fc.constant({ kind: "department" as const, id: "7" }),
  fc.constant({ kind: "on_call" as const, rota: "duty" }),
  fc.constant({ kind: "chat" as const, dialogId: "chat5" }),
);
const person = fc.constantFrom(...PEOPLE, "99", null);

test("whoever did it is told nothing where the rule says so, everybody else once, whatever the audience", () => {
  fc.assert(
    fc.property(
      fc.array(audience, { minLength: 1, maxLength: 6 }),
      person,
      person,
      fc.array(fc.constantFrom(...PEOPLE)),
      fc.boolean(),
      (audiences, actor, responsibleId, participantIds, exceptActor) => {
        const record = { id: "17", title: "Pumps", responsibleId, creatorId: "3", participantIds, amount: 10 };
        const decisions = decide([rule({ audience: audiences, exceptActor })], { record, userId: actor });
        const told = decisions.filter(({ outcome }) => outcome === "sent").map(({ dialogId }) => dialogId);
        if (exceptActor && actor !== null) expect(told).not.toContain(actor);
        expect(new Set(told).size).toBe(told.length);
        // Who has left is told nothing.
        expect(told).not.toContain("99");
        const all = decisions.map(({ dialogId }) => dialogId);
        expect(new Set(all).size).toBe(all.length);
        expect(decisions.length).toBeGreaterThan(0);
      },
    ),
  );
});

test("no words of a record work as a tag, wherever they stand", () => {
  const text = { title: "{record.title} {actor.name}", rows: [{ name: "Stage", value: "{record.stageName}" }] };
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (words, name) => {
      const hostile = `[url=https://evil.example]${words}[/url][user=1]x[/user]`;
      const record = { id: "17", title: hostile, stageName: hostile, responsibleId: "2", url: "https://p.example/17" };
      const people = { ...change().people, "3": { name: `${name}[b]`, headIds: [], departmentIds: [] } };
      const [told] = decide([rule({ template: { en: text, ru: text } })], { record, people });
      const blocks = JSON.stringify(told?.message?.card?.blocks ?? "");
      for (const shown of [told?.message?.text ?? "", blocks]) expect(shown).not.toMatch(/\[(?:\/?url|\/?user|b)\b/i);
      expect(told?.line?.match(/\[url=/g)).toHaveLength(1);
    }),
  );
});

test("each person gets it as they wish: at once, in the digest, or not at all", () => {
  const wishes = { 2: { muted: { "own:1": null } }, 4: { digested: ["*"] } };
  const everybody = rule({ audience: [{ kind: "department", id: "7" }] });
  expect(brief(decide([everybody], {}, wishes))).toEqual([
    ["1", "sent"],
    ["2", "skipped"],
    ["4", "held"],
    ["5", "sent"],
    ["3", "skipped"],
  ]);
});

test("whoever is told nothing may still ask what it was: it is kept in a line", () => {
  const wishes = { 2: { muted: { "own:1": null } } };
  const both = rule({
    audience: [
      { kind: "role", role: "responsible" },
      { kind: "role", role: "creator" },
    ],
  });
  const decisions = decide([both], {}, wishes);
  expect(brief(decisions)).toEqual([
    ["2", "skipped"],
    ["3", "skipped"],
  ]);
  expect(decisions.map(({ line, message }) => [line, message])).toEqual(Array(2).fill(["Deal Pumps", null]));
});

test("a rule that fails says so, and the others tell", () => {
  const decisions = decide([rule({ condition: "record.title > record.amount" }), { ...rule(), code: "own:2" }]);
  expect(decisions.map(({ ruleCode, outcome }) => [ruleCode, outcome])).toEqual([
    ["own:1", "failed"],
    ["own:2", "sent"],
  ]);
  expect(decisions[0]?.fault).toMatchObject({ code: "condition_other", values: { at: 1 } });
  expect(decisions[0]?.path.at(-1)?.facts).toMatchObject({ fault: "condition_other", at: 1 });
});

test("who moved a deal did it, even when somebody else changed it right after", () => {
  const record = { id: "17", title: "Pumps", responsibleId: "2", stageId: "WON", movedById: "2" };
  const moved = { history: { stageId: "NEW" }, record, userId: "3" };
  expect(brief(decide([rule()], moved))).toEqual([["2", "skipped"]]);
});

test("a switched-off rule, and one about something else, are not looked at", () => {
  const other = rule({ trigger: { kind: "record", record: "lead", changes: ["updated"] } });
  expect(decide([{ ...rule(), isEnabled: false }, other])).toEqual([]);
});
