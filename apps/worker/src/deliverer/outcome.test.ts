import { B24Error } from "@botdeck/b24-client";
import { AppError, type ErrorCode } from "@botdeck/core";
import { describe, expect, test } from "vitest";

import { outcomeOfFailedLook, outcomeOfFailure, outcomeOfLook } from "./outcome.ts";

const tries = (attempt: number, faults = 0) => ({ attempt, faults });
const before = (looks: number, resends = 0, faults = 0) => ({ looks, resends, faults });
const failure = (code: ErrorCode, outcome: "not_applied" | "unknown" = "not_applied") =>
  new B24Error(code, "no", { method: "imbot.v2.Chat.Message.send", outcome });

describe("a failed attempt", () => {
  test.each<[ErrorCode, string]>([
    ["invalid", "dead"],
    ["forbidden", "dead"],
    ["not_found", "dead"],
    ["conflict", "dead"],
    ["rejected", "dead"],
    ["unsupported", "dead"],
    ["rate_limited", "retry"],
    ["unauthorized", "retry"],
    ["unreachable", "retry"],
  ])("with %s, refused before it ran, is %s", (code, kind) => {
    expect(outcomeOfFailure(failure(code), tries(1), 0.5).kind).toBe(kind);
  });

  test("that may have been done is in doubt, whatever its code", () => {
    expect(outcomeOfFailure(failure("unreachable", "unknown"), tries(1), 0.5).kind).toBe("uncertain");
    expect(outcomeOfFailure(failure("rejected", "unknown"), tries(1), 0.5).kind).toBe("uncertain");
  });

  test("waits as long as the portal asked", () => {
    const error = new AppError("rate_limited", "slow down", { retryAfterMs: 7_000 });
    expect(outcomeOfFailure(error, tries(1), 0.5)).toMatchObject({ kind: "retry", inMs: 7_000 });
  });

  test("of an absent portal is tried for ever, ever less often but at least each minute", () => {
    const waits = [1, 3, 6, 50].map((attempt) => outcomeOfFailure(failure("unreachable"), tries(attempt), 1));
    expect(waits).toMatchObject([{ inMs: 1_000 }, { inMs: 4_000 }, { inMs: 32_000 }, { inMs: 60_000 }]);
  });

  test("nobody can explain ends as a dead letter", () => {
    const bug = new TypeError("x is not a function");
    expect(outcomeOfFailure(bug, tries(9, 0), 0.5)).toMatchObject({ kind: "retry", counts: "fault" });
    expect(outcomeOfFailure(bug, tries(9, 4), 0.5).kind).toBe("dead");
  });
});

describe("a look at an attempt in doubt", () => {
  test("that finds it settles it", () => {
    expect(outcomeOfLook({ kind: "found", externalId: "12" }, before(0), "ask")).toEqual({
      kind: "sent",
      externalId: "12",
      via: "look",
    });
  });

  test("that does not find it is made three times, over half a minute, before it is sent again", () => {
    const waits = [0, 1].map((looks) => outcomeOfLook({ kind: "absent" }, before(looks), "ask"));
    expect(waits).toMatchObject([
      { kind: "uncertain", hasLooked: true, lookInMs: 7_000 },
      { kind: "uncertain", hasLooked: true, lookInMs: 20_000 },
    ]);
    expect(outcomeOfLook({ kind: "absent" }, before(2), "ask")).toMatchObject({ kind: "retry", counts: "fault" });
  });

  test("that never settles anything ends with a person, not with the same word for ever", () => {
    expect(outcomeOfLook({ kind: "absent" }, before(2, 0, 2), "at_least_once").kind).toBe("dead");
    expect(outcomeOfLook({ kind: "unreadable" }, before(0, 2), "at_least_once").kind).toBe("dead");
  });

  test("that fails is made again, unless it will be refused for ever", () => {
    const away = new AppError("unreachable", "no answer");
    const refused = new AppError("forbidden", "no right");
    expect(outcomeOfFailedLook(away, before(0), "ask").kind).toBe("uncertain");
    expect(outcomeOfFailedLook(refused, before(0), "ask").kind).toBe("dead");
    expect(outcomeOfFailedLook(refused, before(0), "at_least_once").kind).toBe("retry");
  });

  test("is not needed where a repeat does no harm", () => {
    expect(outcomeOfLook({ kind: "repeatable" }, before(0), "ask")).toMatchObject({ kind: "retry", inMs: 0 });
  });

  test.each([
    ["at_least_once", "retry"],
    ["at_most_once", "dead"],
    ["ask", "dead"],
  ] as const)("that may not read leaves it to the policy: %s is %s", (policy, kind) => {
    expect(outcomeOfLook({ kind: "unreadable" }, before(0), policy).kind).toBe(kind);
  });
});
