import type { Alert } from "@botdeck/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { AlertPost } from "../hooks/hook-post.ts";
import type { AlertGroupState } from "./alert-group.ts";
import { foldAlerts, type Folded } from "./fold-alerts.ts";

const START = Date.UTC(2026, 10, 20, 9);
const at = (minutes: number) => new Date(START + minutes * 60_000);

/** `name@minute` fires since then, `name@minute!` has recovered. */
function alert(text: string): Alert {
  const [, name = "", minute = "0", over] = /^(\w+)@(\d+)(!?)$/.exec(text) ?? [];
  const startsAt = at(Number(minute)).toISOString();
  const status = over === "!" ? "resolved" : "firing";
  const endsAt = over === "!" ? at(Number(minute) + 1).toISOString() : null;
  const severity = "warning";
  return { fingerprint: name, name, status, severity, summary: "", labels: {}, startsAt, endsAt, url: null };
}

const post = (texts: string, more: Partial<AlertPost> = {}): AlertPost => ({
  groupKey: "disk",
  title: "Disk",
  labels: {},
  alerts: texts.split(" ").map(alert),
  isOver: false,
  leftOut: 0,
  ...more,
});

/** Folds posts one after another, a minute apart. */
function foldAll(
  posts: readonly AlertPost[],
  { delaySeconds = 0, from = 10, group = null as AlertGroupState | null, canBeAsked = false } = {},
) {
  const folded: Folded[] = [];
  for (const [index, each] of posts.entries()) {
    const one = foldAlerts({ group, post: each, delaySeconds, canBeAsked, now: at(from + index) });
    group = one?.group ?? group;
    if (one !== null) folded.push(one);
  }
  return { group, folded, kinds: folded.map(({ kind }) => kind) };
}

describe("the life of a group", () => {
  test("fires, grows, shrinks, recovers, and fires again as another episode", () => {
    const { group, kinds } = foldAll(["a@1", "a@1 b@2", "a@1!", "b@2!", "a@9"].map((texts) => post(texts)));
    expect(kinds).toEqual(["fired", "more", "fewer", "resolved", "fired"]);
    expect(group).toMatchObject({ episode: 2, firing: 1, total: 1, state: "firing", resolvedAt: null });
  });

  test("begins where its first alert did, unless that cannot be", () => {
    expect(foldAll([post("a@1")]).group?.firstAt).toEqual(at(1));
    expect(foldAll([post("a@99")]).group?.firstAt).toEqual(at(10));
  });

  test("a repeat of what is known is no news", () => {
    const { kinds, folded } = foldAll(["a@1 b@2", "a@1", "a@1 b@2"].map((texts) => post(texts)));
    expect([kinds, folded.map(({ isNews }) => isNews)]).toEqual([
      ["fired", "same", "same"],
      [true, false, false],
    ]);
  });

  test("a post from before the recovery that comes late does not make it fire again", () => {
    expect(foldAll(["a@1", "a@1!", "a@1"].map((texts) => post(texts))).group).toMatchObject({
      state: "resolved",
      episode: 1,
    });
    // Nor the firing of what had recovered before anybody heard of it.
    expect(foldAll(["b@1", "a@2!", "a@2", "b@1!"].map((texts) => post(texts))).kinds).toEqual([
      "fired",
      "same",
      "same",
      "resolved",
    ]);
  });

  describe("the source's word that all is over, which says nothing of what is muted over there,", () => {
    const over = post("a@1!", { isOver: true });

    test("ends what it did not name, but nothing that began later", () => {
      expect(foldAll([post("a@1 b@1"), over]).group).toMatchObject({ state: "resolved", total: 2 });
      expect(foldAll([post("a@1 b@8"), over]).group).toMatchObject({ state: "firing", firing: 1 });
    });

    test("is taken back by the muted one's own post, since when ever that fires", () => {
      const { group, kinds } = foldAll([post("a@1 b@1"), over, post("b@1"), post("b@1!")]);
      expect(kinds).toEqual(["fired", "resolved", "fired", "resolved"]);
      expect(group).toMatchObject({ episode: 2, total: 1 });
      // What the source itself said to be over stays so.
      expect(foldAll([post("a@1")], { group, from: 20 }).kinds).toEqual(["same"]);
      expect(foldAll([post("b@1")], { group, from: 20 }).kinds).toEqual(["same"]);
    });

    test("is remembered of a muted one while another one fires anew, also of one without its words", () => {
      const many = Array.from({ length: 60 }, (_, index) => `n${index}@1`).join(" ");
      const { group } = foldAll([post(many), post("n0@1!", { isOver: true }), post("n0@11")]);
      expect(group).toMatchObject({ episode: 2, firing: 1, total: 1 });
      const again = foldAll([post(many)], { group, from: 20 });
      expect(again.group).toMatchObject({ episode: 2, firing: 60, total: 60 });
    });

    test("is not believed of what it did not name where the source can be asked", () => {
      const { folded } = foldAll([post("a@1 b@1"), over], { canBeAsked: true });
      expect(folded.at(-1)).toMatchObject({ kind: "fewer", isUnsure: true, group: { state: "firing", firing: 1 } });
      const named = foldAll([post("a@1 b@1"), post("a@1! b@1!", { isOver: true })], { canBeAsked: true });
      expect(named.folded.at(-1)).toMatchObject({ kind: "resolved", isUnsure: false });
      // The answer is believed, and taken back when it fires all the same.
      const seen = { ...post("a@1!", { isOver: true, seenAt: at(15).toISOString() }), alerts: [] };
      const { group, kinds } = foldAll([seen, post("b@1")], { group: folded.at(-1)?.group ?? null, canBeAsked: true });
      expect(kinds).toEqual(["resolved", "fired"]);
      expect(group?.postedAt).toEqual(at(11));
    });
  });

  test("alerts that the source left out are counted by their number", () => {
    expect(foldAll([post("a@1 b@1", { leftOut: 40 })]).group).toMatchObject({ firing: 42, total: 42 });
  });

  test("whoever has acknowledged it has it until it recovers, and not the next time", () => {
    const { group } = foldAll([post("a@1")]);
    const mine = {
      ...group,
      state: "acknowledged",
      acknowledgedById: "7",
      acknowledgedByName: "Anna",
    } as AlertGroupState;
    const more = foldAll([post("a@1 b@2"), post("a@1! b@2!")], { group: mine, from: 20 });
    expect(more.folded[0]?.group).toMatchObject({ state: "acknowledged", firing: 2 });
    expect(more.group).toMatchObject({ state: "resolved", acknowledgedByName: "Anna" });
    expect(foldAll([post("a@90")], { group: more.group, from: 90 }).group).toMatchObject({ acknowledgedByName: null });
  });

  test("a silence for hours outlasts a recovery, and one until the recovery does not", () => {
    const { group } = foldAll([post("a@1")]);
    const silenced = { ...group, state: "silenced", silencedUntil: at(240) } as AlertGroupState;
    const again = foldAll([post("a@1!"), post("a@60")], { group: silenced, from: 59 });
    expect(again.folded.at(-1)).toMatchObject({ kind: "fired", keepsCards: true, group: { state: "silenced" } });
    const untilRecovery = { ...silenced, silencedUntil: null, isSilencedUntilRecovery: true } as AlertGroupState;
    expect(foldAll([post("a@1!"), post("a@60")], { group: untilRecovery, from: 59 }).group?.state).toBe("firing");
  });

  test("where there is a delay it waits, and what passes meanwhile was never told", () => {
    const { folded } = foldAll([post("a@9"), post("a@9!")], { delaySeconds: 300 });
    expect(folded.map(({ group }) => group.state)).toEqual(["pending", "resolved"]);
    expect(folded[0]?.pageAfterMs).toBe(240_000);
    // One that had lasted when it was told is told.
    expect(foldAll([post("a@1")], { delaySeconds: 300 }).folded).toMatchObject([
      { pageAfterMs: 0, group: { state: "firing" } },
    ]);
  });
});

test("what comes and goes stays in one card, and pages only once it stays", () => {
  const posts = [1, 3, 5, 7, 9].flatMap((minute) => [post(`a@${minute}`), post(`a@${minute}!`)]);
  const { kinds, folded } = foldAll(posts);
  expect(kinds.filter((kind) => kind !== "resolved")).toEqual(["fired", "fired", "fired", "flapping", "flapping"]);
  expect(folded.at(-2)).toMatchObject({ keepsCards: true, pageAfterMs: 600_000, group: { episode: 5, flaps: 4 } });
  const later = foldAll([post("a@500")], { group: folded.at(-1)?.group ?? null, from: 500 });
  expect(later.folded).toMatchObject([{ kind: "fired", keepsCards: false, pageAfterMs: 0, group: { flaps: 0 } }]);
});

test("thousands of alerts are counted, and kept within bounds", () => {
  const names = (round: number) => Array.from({ length: 100 }, (_, index) => `n${round}x${index}@1`);
  const rounds = Array.from({ length: 15 }, (_, round) => names(round));
  const { group } = foldAll(rounds.map((each) => post(each.join(" "))));
  expect(group).toMatchObject({ firing: 1_500, total: 1_500 });
  expect([group?.alerts.length, group?.others.length]).toEqual([50, 1_450]);
  const over = foldAll(
    rounds.map((each) => post(each.map((name) => `${name}!`).join(" "))),
    { group },
  );
  expect(over.group).toMatchObject({ state: "resolved", firing: 0, total: 1_500 });
});

/** What a source may say of five alerts, each of which fires some times and recovers. */
const news = fc.uniqueArray(
  fc.record({ name: fc.constantFrom("a", "b", "c", "d", "e"), minute: fc.nat(4), isOver: fc.boolean() }),
  { selector: ({ name, minute, isOver }) => `${name}@${minute}${isOver ? "!" : ""}`, minLength: 1, maxLength: 20 },
);
const textOf = ({ name, minute, isOver }: { name: string; minute: number; isOver: boolean }) =>
  `${name}@${minute}${isOver ? "!" : ""}`;

describe("whatever a source says, in whatever order and however often", () => {
  test("the group knows in the end what fires", () => {
    fc.assert(
      fc.property(news, fc.infiniteStream(fc.nat()), (said, order) => {
        const shuffled = said
          .flatMap((each) => [each, each])
          .map((each) => ({ each, place: order.next().value ?? 0 }))
          .toSorted((one, other) => one.place - other.place)
          .map(({ each }) => each);
        const fires = ["a", "b", "c", "d", "e"].filter((name) => {
          const latest = said.filter((each) => each.name === name).toSorted((one, other) => other.minute - one.minute);
          const [last] = latest;
          return last !== undefined && !latest.some((each) => each.minute === last.minute && each.isOver);
        });
        // Of a group that fired once: what recovers before a group was ever heard of leaves no trace.
        const before = foldAll([post("z@0"), post("z@0!")], { from: 5 }).group;
        const { group } = foldAll(
          shuffled.map((each) => post(textOf(each))),
          { group: before },
        );
        expect(group?.firing ?? 0).toBe(fires.length);
        expect((group?.state ?? "resolved") === "resolved").toBe(fires.length === 0);
      }),
    );
  });

  test("an episode begins once, ends once, and never has more that fires than it had in all", () => {
    fc.assert(
      fc.property(fc.array(news, { maxLength: 8 }), fc.constantFrom(0, 300), (rounds, delaySeconds) => {
        const { folded } = foldAll(
          rounds.map((round) => post(round.map(textOf).join(" "))),
          { delaySeconds },
        );
        let isOpen = false;
        let episode = 0;
        for (const { kind, group } of folded) {
          const begins = kind === "fired" || kind === "flapping";
          if (begins) expect([isOpen, group.episode]).toEqual([false, (episode += 1)]);
          if (kind === "resolved") expect(isOpen).toBe(true);
          isOpen = kind === "resolved" ? false : begins || isOpen;
          expect(group.state === "resolved").toBe(!isOpen);
          expect(group.firing === 0).toBe(!isOpen);
          expect(group.total).toBeGreaterThanOrEqual(group.firing);
        }
      }),
    );
  });
});
