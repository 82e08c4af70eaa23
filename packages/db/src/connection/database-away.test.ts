import { inspect } from "node:util";

import { AppError } from "@botdeck/core";
import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";

import { databaseAway, isDatabaseAway, tellingAway } from "./database-away.ts";

const driverError = (facts: object) => Object.assign(new Error("as the driver throws it"), facts);
const wrapped = (error: Error) => new DrizzleQueryError("select 1", [], error);

test.each([
  ["a lost connection", driverError({ code: "CONNECTION_CLOSED" })],
  ["a connection that did not come to be", driverError({ code: "CONNECT_TIMEOUT" })],
  ["a socket of the driver", driverError({ code: "ECONNREFUSED", query: "select 1" })],
  ["our own deadline", databaseAway("no answer")],
  ["our own deadline, wrapped", wrapped(databaseAway("no answer"))],
  ["a call that was not made for it", new AppError("unreachable", "not sent", { cause: databaseAway("no answer") })],
  ["a terminated session", wrapped(driverError({ code: "57P01", severity: "FATAL" }))],
  ["a server that starts", driverError({ code: "57P03", severity: "FATAL" })],
  ["a statement timeout", wrapped(driverError({ code: "57014", severity: "ERROR" }))],
  ["no connection left", driverError({ code: "53300", severity: "FATAL" })],
  ["a full disk", wrapped(driverError({ code: "53100", severity: "ERROR" }))],
  ["a connection exception", driverError({ code: "08006", severity: "ERROR" })],
])("the database is away: %s", (_, error) => {
  expect(isDatabaseAway(error)).toBe(true);
});

test.each([
  ["a duplicate key", wrapped(driverError({ code: "23505", severity: "ERROR" }))],
  ["a NUL in a text", wrapped(driverError({ code: "22021", severity: "ERROR" }))],
  ["a deadlock", driverError({ code: "40P01", severity: "ERROR" })],
  [
    "a portal that is unreachable",
    new AppError("unreachable", "no answer", { cause: driverError({ code: "ECONNRESET" }) }),
  ],
  ["a socket of somebody else", driverError({ code: "ECONNREFUSED" })],
  ["nothing", undefined],
])("the database is not to blame: %s", (_, error) => {
  expect(isDatabaseAway(error)).toBe(false);
});

test("an outage is known behind somebody else's error, and tells no parameter there", async () => {
  const lost = new DrizzleQueryError("select $1", ["secret"], driverError({ code: "CONNECTION_CLOSED" }));
  const told = await tellingAway(() => Promise.reject(lost)).catch((error: unknown) => error);
  expect(isDatabaseAway(new AppError("unreachable", "not sent", { cause: told }))).toBe(true);
  expect(inspect(told, { depth: 10 })).not.toContain("secret");
});

test("wrong data stays what it was", async () => {
  const wrong = wrapped(driverError({ code: "23505", severity: "ERROR" }));
  await expect(tellingAway(() => Promise.reject(wrong))).rejects.toBe(wrong);
});
