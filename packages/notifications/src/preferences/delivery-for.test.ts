import fc from "fast-check";
import { expect, test } from "vitest";

import { type Delivery, deliveryFor } from "./delivery-for.ts";
import { Preference } from "./preference.ts";
import { type DeliverySettings, quietAt } from "./quiet-times.ts";

const DAY = ["09:00-18:00"];
const settings: DeliverySettings = {
  timeZone: "Europe/Moscow",
  hours: [DAY, DAY, DAY, DAY, DAY, [], []],
  holidays: ["2026-11-24"],
};
const ask = (preference: Partial<Preference>, at: string, more: Partial<Parameters<typeof deliveryFor>[0]> = {}) =>
  deliveryFor({
    preference: Preference.parse(preference),
    ruleCode: "deal.stage",
    urgency: "normal",
    delivery: "single",
    now: new Date(at),
    settings,
    ...more,
  });
const dueOf = (delivery: Delivery) => (delivery.kind === "held" ? delivery.dueAt.toISOString() : delivery.kind);

const night = { quietHours: { from: "22:00", until: "08:00" } };

// 2026-11-20 is a Friday; Moscow is three hours ahead of UTC.
test.each([
  ["told at once by whoever wants nothing else", {}, "2026-11-20T20:00:00Z", "now"],
  ["held over midnight", night, "2026-11-20T20:00:00Z", "2026-11-21T05:00:00.000Z"],
  ["held after midnight", night, "2026-11-21T01:00:00Z", "2026-11-21T05:00:00.000Z"],
  ["told in the minute in which the quiet ends", night, "2026-11-21T05:00:00Z", "now"],
  [
    "held by the person's own clock",
    { ...night, timeZone: "Asia/Tokyo" },
    "2026-11-20T14:00:00Z",
    "2026-11-20T23:00:00.000Z",
  ],
  [
    "held at noon",
    { quietHours: { from: "12:00", until: "13:00" } },
    "2026-11-20T09:30:00Z",
    "2026-11-20T10:00:00.000Z",
  ],
  ["held over a week-end", { isQuietOffWork: true }, "2026-11-20T15:00:00Z", "2026-11-23T06:00:00.000Z"],
  ["held over a holiday", { isQuietOffWork: true }, "2026-11-23T16:00:00Z", "2026-11-25T06:00:00.000Z"],
  [
    "held until both the quiet hours and the time off are over",
    { isQuietOffWork: true, quietHours: { from: "20:00", until: "10:00" } },
    "2026-11-21T10:00:00Z",
    "2026-11-23T07:00:00.000Z",
  ],
  ["put into the digest", { digested: ["deal.stage"] }, "2026-11-20T06:00:00Z", "2026-11-21T06:00:00.000Z"],
  [
    "put into the digest of the same day",
    { digested: ["*"], digestAt: "18:30" },
    "2026-11-20T06:00:00Z",
    "2026-11-20T15:30:00.000Z",
  ],
  [
    "put into a digest that comes after the quiet hours",
    { digested: ["*"], digestAt: "07:00", ...night },
    "2026-11-20T06:00:00Z",
    "2026-11-21T05:00:00.000Z",
  ],
  ["not put into the digest of other rules", { digested: ["task.comment"] }, "2026-11-20T06:00:00Z", "now"],
  ["not told when muted for good", { muted: { "deal.stage": null } }, "2026-11-20T06:00:00Z", "muted"],
  ["not told while muted", { muted: { "deal.stage": "2026-11-20T09:00:00+03:00" } }, "2026-11-20T05:59:59Z", "muted"],
  [
    "told when the mute is over",
    { muted: { "deal.stage": "2026-11-20T09:00:00+03:00" } },
    "2026-11-20T06:00:00Z",
    "now",
  ],
  [
    "held over the night on which clocks go forward",
    { ...night, timeZone: "Europe/Berlin" },
    "2026-03-28T22:00:00Z",
    "2026-03-29T06:00:00.000Z",
  ],
  [
    "held while the person's working day is closed, until it is looked at again",
    { followsWorkday: true, isWorkdayClosed: true },
    "2026-11-20T06:00:00Z",
    "2026-11-20T06:10:00.000Z",
  ],
  ["told while the working day goes on", { followsWorkday: true }, "2026-11-20T06:00:00Z", "now"],
  ["told by whoever follows no working day", { isWorkdayClosed: true }, "2026-11-20T06:00:00Z", "now"],
  [
    "held where quiet and work leave no moment: until the quiet ends",
    { isQuietOffWork: true, quietHours: { from: "08:00", until: "19:00" } },
    "2026-11-20T09:00:00Z",
    "2026-11-20T16:00:00.000Z",
  ],
])("a notification is %s", (_, preference, at, expected) => {
  expect(dueOf(ask(preference, at))).toBe(expected);
});

test("what is urgent comes at once in the quiet hours and past every digest, but not when its rule is muted", () => {
  const preference = { ...night, isQuietOffWork: true, digested: ["*"] };
  expect(dueOf(ask(preference, "2026-11-20T22:00:00Z", { urgency: "urgent", delivery: "digest" }))).toBe("now");
  expect(dueOf(ask({ muted: { "deal.stage": null } }, "2026-11-20T22:00:00Z", { urgency: "urgent" }))).toBe("muted");
});

test("a rule that comes as a digest does so for whoever chose nothing", () => {
  expect(ask({}, "2026-11-20T05:00:00Z", { delivery: "digest" })).toEqual({
    kind: "held",
    dueAt: new Date("2026-11-20T06:00:00Z"),
    step: {
      step: "preference",
      passed: false,
      facts: { reason: "digest_of_rule", dueAt: "2026-11-20T06:00:00.000Z", timeZone: "Europe/Moscow" },
    },
  });
});

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom("00", "15", "30", "45"))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${minute}`);
const wishes = fc.record({
  timeZone: fc.constantFrom("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", null),
  quietHours: fc.option(fc.record({ from: clock, until: clock })),
  isQuietOffWork: fc.boolean(),
  digested: fc.constantFrom<string[]>([], ["*"], ["deal.stage"]),
  digestAt: clock,
});
// Half a year from February: clocks change in it in Berlin and New York.
const moment = fc
  .integer({ min: 0, max: 180 * 24 * 60 })
  .map((minutes) => new Date(Date.UTC(2026, 1, 1) + minutes * 60_000));

/** In some week without holidays, by quarters of an hour as the wishes are. */
function hasLoudMoment(preference: Preference): boolean {
  const begin = Date.UTC(2026, 4, 4);
  const quarters = Array.from({ length: 7 * 24 * 4 }, (_, index) => new Date(begin + index * 15 * 60_000));
  return quarters.some((at) => quietAt(preference, settings, at) === null);
}

test("what is held is due later, at a moment that is not quiet; what is told at once is told outside of the quiet", () => {
  fc.assert(
    fc.property(wishes, moment, (wished, now) => {
      const preference = Preference.parse(wished);
      const delivery = ask(wished, now.toISOString());
      const quiet = quietAt(preference, settings, delivery.kind === "held" ? delivery.dueAt : now);
      // Quiet hours that cover all of the work leave no moment: then the time off counts for nothing.
      if (quiet !== null) expect([quiet, hasLoudMoment(preference)]).toEqual(["off_work", false]);
      if (delivery.kind !== "held") return;
      expect(delivery.dueAt.getTime()).toBeGreaterThan(now.getTime());
      expect(delivery.dueAt.getTime() - now.getTime()).toBeLessThan(6 * 24 * 3_600_000);
    }),
  );
});

test("nothing urgent is ever held", () => {
  fc.assert(
    fc.property(wishes, moment, fc.constantFrom("single" as const, "digest" as const), (wished, now, delivery) => {
      expect(ask(wished, now.toISOString(), { urgency: "urgent", delivery }).kind).toBe("now");
    }),
  );
});
