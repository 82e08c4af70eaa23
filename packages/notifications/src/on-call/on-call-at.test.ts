import fc from "fast-check";
import { expect, test } from "vitest";

import { awayOf } from "./away-of.ts";
import { onCallAt, type OnCallQuestion, type PersonTime } from "./on-call-at.ts";
import { RotaLayer } from "./rota-layers.ts";

const layer = (people: string[], more: object = {}): RotaLayer =>
  RotaLayer.parse({ people, turn: { every: "day", count: 1 }, startsOn: "2026-03-02", ...more });
const time = (userId: string, fromAt: string, untilAt: string): PersonTime => ({
  userId,
  fromAt: new Date(fromAt),
  untilAt: new Date(untilAt),
});

function ask(
  now: string,
  layers: RotaLayer[],
  { timeZone = "Europe/Moscow", ...more }: Partial<OnCallQuestion> & { timeZone?: string } = {},
) {
  const question = { rota: { timeZone, layers }, overrides: [], absences: [], now: new Date(now), ...more };
  const { userIds, until } = onCallAt(question);
  return `${userIds.join(",") || "nobody"} until ${until.toISOString().slice(0, 16)}`;
}

const day = layer(["1", "2", "3"]);
const week = layer(["4", "5"], { turn: { every: "week", count: 1 } });
const nights = layer(["6"], { only: [{ days: [1, 2, 3, 4, 5], from: "20:00", until: "08:00" }] });

test.each([
  ["before the first turn nobody is", "2026-03-02T05:59:00Z", [day], "nobody until 2026-03-02T06:00"],
  ["the first one begins", "2026-03-02T06:00:00Z", [day], "1 until 2026-03-03T06:00"],
  ["the last minute of a turn is theirs", "2026-03-03T05:59:00Z", [day], "1 until 2026-03-03T06:00"],
  ["after the last it is the first one's turn again", "2026-03-05T12:00:00Z", [day], "1 until 2026-03-06T06:00"],
  ["weeks go by weeks", "2026-03-10T12:00:00Z", [week], "5 until 2026-03-16T06:00"],
  ["the later layer goes over the earlier", "2026-03-02T18:00:00Z", [day, nights], "6 until 2026-03-03T05:00"],
  [
    "and applies over midnight of the week's last day",
    "2026-03-06T23:00:00Z",
    [day, nights],
    "6 until 2026-03-07T05:00",
  ],
  ["but not where it does not begin", "2026-03-07T18:00:00Z", [day, nights], "3 until 2026-03-08T06:00"],
  ["whoever is alone has it always", "2026-03-02T06:00:00Z", [layer(["9"])], "9 until 2026-05-31T06:00"],
])("turns: %s", (_, now, layers, expected) => {
  expect(ask(now, layers)).toBe(expected);
});

test.each([
  ["a longer night where clocks go back", "2026-10-24T10:00:00Z", "2026-10-25T08:00"],
  ["a shorter one where they go forward", "2026-03-28T10:00:00Z", "2026-03-29T07:00"],
])("turns change by the wall clock: %s", (_, now, until) => {
  expect(ask(now, [day], { timeZone: "Europe/Berlin" })).toMatch(new RegExp(`until ${until}$`));
});

test("at a time that clocks show twice a turn changes once", () => {
  const small = layer(["1", "2"], { startsOn: "2026-10-24", changesAt: "02:30" });
  const at = (now: string) => ask(now, [small], { timeZone: "Europe/Berlin" }).split(" ")[0];
  // 02:30 in summer time, 02:00 and 02:30 in winter time.
  expect(["00:30", "01:00", "01:29", "01:30", "02:00"].map((clock) => at(`2026-10-25T${clock}:00Z`))).toEqual([
    "1",
    "1",
    "1",
    "2",
    "2",
  ]);
});

test("whoever took it over is on call, the later one first, unless they are away themselves", () => {
  const overrides = [
    time("7", "2026-03-02T08:00:00Z", "2026-03-02T12:00:00Z"),
    time("8", "2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z"),
  ];
  expect(ask("2026-03-02T07:00:00Z", [day], { overrides })).toBe("1 until 2026-03-02T08:00");
  expect(ask("2026-03-02T08:00:00Z", [day], { overrides })).toBe("7 until 2026-03-02T10:00");
  expect(ask("2026-03-02T10:00:00Z", [day], { overrides })).toBe("8 until 2026-03-02T11:00");
  const absences = [time("8", "2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z")];
  expect(ask("2026-03-02T10:00:00Z", [day], { overrides, absences })).toBe("7 until 2026-03-02T12:00");
});

test("who is away is left out: the next of the layer, else the layer below", () => {
  const away = { personId: "2", fromDay: "2026-03-03", toDay: "2026-03-03", fromNoon: true, untilNoon: false };
  const absences = [awayOf(away, "Europe/Moscow")];
  expect(ask("2026-03-03T07:00:00Z", [day], { absences })).toBe("2 until 2026-03-03T09:00");
  expect(ask("2026-03-03T09:00:00Z", [day], { absences })).toBe("3 until 2026-03-03T21:00");
  const all = [time("6", "2026-03-02T00:00:00Z", "2026-03-04T00:00:00Z")];
  expect(ask("2026-03-02T18:00:00Z", [day, nights], { absences: all })).toBe("1 until 2026-03-03T06:00");
});

const ZONES = ["Europe/Moscow", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"];
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom("00", "30"))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${minute}`);
const someLayer = fc.record(
  {
    people: fc.uniqueArray(fc.constantFrom("1", "2", "3", "4"), { minLength: 1, maxLength: 4 }),
    turn: fc.record({ every: fc.constantFrom("day", "week"), count: fc.integer({ min: 1, max: 3 }) }),
    startsOn: fc.constantFrom("2026-01-05", "2026-03-01", "2026-10-20"),
    changesAt: clock,
    only: fc.array(
      fc.record({ days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), from: clock, until: clock }),
      {
        maxLength: 2,
      },
    ),
  },
  { requiredKeys: ["people", "turn", "startsOn"] },
);
const HOUR_MS = 3_600_000;
const YEAR = Date.UTC(2026, 0, 1);
const moment = fc.integer({ min: 0, max: 365 * 24 * 4 }).map((quarters) => YEAR + quarters * 900_000);
const stretch = fc
  .tuple(fc.constantFrom("1", "2", "3", "4", "5"), moment, fc.integer({ min: 1, max: 200 }))
  .map(([userId, from, hours]) => ({ userId, fromAt: new Date(from), untilAt: new Date(from + hours * HOUR_MS) }));
const question = fc.record({
  rota: fc.record({ timeZone: fc.constantFrom(...ZONES), layers: fc.array(someLayer, { minLength: 1, maxLength: 3 }) }),
  overrides: fc.array(stretch, { maxLength: 3 }),
  absences: fc.array(stretch, { maxLength: 4 }),
  now: moment.map((at) => new Date(at)),
});
const parsed = (asked: unknown): OnCallQuestion => {
  const { rota, ...rest } = asked as OnCallQuestion; // safe: made above
  return { ...rest, rota: { ...rota, layers: rota.layers.map((each) => RotaLayer.parse(each)) } };
};

test("whoever is on call is there; somebody is while a layer without hours has begun and not all of it are away", () => {
  fc.assert(
    fc.property(question, (asked) => {
      const whole = parsed(asked);
      const { rota, absences, now } = whole;
      const away = new Set(
        absences.filter((each) => each.fromAt <= now && now < each.untilAt).map((each) => each.userId),
      );
      const { userIds, until } = onCallAt(whole);
      expect(userIds.filter((id) => away.has(id))).toEqual([]);
      expect(until.getTime()).toBeGreaterThan(now.getTime());
      const hasBegun = (each: RotaLayer) => Date.parse(each.startsOn) + 48 * HOUR_MS < now.getTime();
      const always = rota.layers.filter((each) => each.only === undefined && hasBegun(each));
      if (always.some(({ people }) => people.some((id) => !away.has(id)))) expect(userIds).toHaveLength(1);
    }),
  );
});

test("nothing changes before the moment of the next change, and at it somebody else is on call", () => {
  fc.assert(
    fc.property(question, fc.double({ min: 0, max: 0.999_999, noNaN: true }), (asked, part) => {
      const whole = parsed(asked);
      const { userIds, until } = onCallAt(whole);
      const length = until.getTime() - whole.now.getTime();
      const within = new Date(whole.now.getTime() + Math.floor(length * part));
      expect(onCallAt({ ...whole, now: within }).userIds).toEqual(userIds);
      if (length < 90 * 24 * HOUR_MS) expect(onCallAt({ ...whole, now: until }).userIds).not.toEqual(userIds);
    }),
    { numRuns: 60 },
  );
});
