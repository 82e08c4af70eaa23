import { B24Error } from "@botdeck/b24-client";
import { createScriptedClient, type Reply } from "@botdeck/b24-client/testing";
import { readFault } from "@botdeck/core/faults";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { expect, test } from "vitest";

import { faults as english } from "../../i18n/rooms/faults/en.ts";
import { faults as russian } from "../../i18n/rooms/faults/ru.ts";
import { FaultNote } from "./fault-note.tsx";

/** The words of an error as the client makes them of a portal's answer: what is stored is read as it is written. */
async function toldOf(...script: Reply[]): Promise<string> {
  const { client } = createScriptedClient(script);
  const error: unknown = await client
    .call("im.message.add", { DIALOG_ID: "chat7", MESSAGE: "Hello" })
    .catch((failure: unknown) => failure);
  if (!(error instanceof B24Error)) throw new TypeError("the call was to fail");
  return error.message;
}
const refusal = (status: number, error: string, description = "what the portal says"): Reply => ({
  status,
  body: { error, error_description: description },
});

test.each([
  ["QUERY_LIMIT_EXCEEDED", 503, "limit"],
  ["OPERATION_TIME_LIMIT", 429, "workingTime"],
  ["OVERLOAD_LIMIT", 503, "blocked"],
  ["ACCESS_DENIED", 403, "denied"],
  ["INVALID_CREDENTIALS", 403, "denied"],
  ["USER_ACCESS_ERROR", 403, "personDenied"],
  ["expired_token", 401, "expired"],
  ["NO_AUTH_FOUND", 401, "noAuth"],
  ["insufficient_scope", 403, "scope"],
  ["WRONG_AUTH_TYPE", 403, "needsApp"],
  ["PAYMENT_REQUIRED", 402, "unpaid"],
  ["ERROR_METHOD_NOT_FOUND", 404, "noMethod"],
  ["CHAT_NOT_FOUND", 400, "notFound"],
  ["PORTAL_DELETED", 500, "deleted"],
  ["INTERNAL_SERVER_ERROR", 500, "broken"],
  ["SOMETHING_NEW", 400, "refused"],
] as const)("a portal's %s is put into words, with its own beneath", async (code, status, cause) => {
  const fault = readFault(await toldOf(refusal(status, code)));
  expect(fault).toMatchObject({ cause, by: "portal", lang: "en" });
  expect(fault.words).toBe(`im.message.add: ${code}: what the portal says`);
});

test("a plan without REST is told under the code of a missing right, and is to be paid for", async () => {
  const words = "REST API is available only on commercial plans";
  const told = await toldOf(refusal(403, "ACCESS_DENIED", words));
  expect(readFault(told)).toMatchObject({
    cause: "unpaid",
    by: "portal",
    words: `im.message.add: ACCESS_DENIED: ${words}`,
  });
  expect(readFault(`ACCESS_DENIED: ${words}`)).toMatchObject({ cause: "unpaid", by: "portal" });
});

test("a portal's own words are marked with their language where it shows", async () => {
  const inRussian = await toldOf(refusal(403, "ACCESS_DENIED", "Доступ запрещён (чат)"));
  expect(readFault(inRussian)).toMatchObject({
    cause: "denied",
    lang: "ru",
    words: "im.message.add: ACCESS_DENIED: Доступ запрещён (чат)",
  });
  const german = await toldOf(refusal(403, "ACCESS_DENIED", "Zugriff für Gäste verweigert"));
  expect(readFault(german)).toMatchObject({ cause: "denied", lang: null });
});

test("a portal that breaks down, or answers what nobody can read, leaves it open whether it was done", async () => {
  expect(readFault(await toldOf({ status: 502, body: "<html>" }))).toMatchObject({ cause: "broken", by: "portal" });
  expect(readFault(await toldOf({ status: 200, body: "<html>" }))).toMatchObject({ cause: "unclear", by: "portal" });
});

test.each([
  ["The portal could not be asked for im.message.add: connect ECONNREFUSED", "unreachable"],
  [
    "im.message.add was not sent: This person has to give the app their rights first, by the link sent to them",
    "permission",
  ],
  ["The portal's call budget is used up, so im.message.add was not sent", "limit"],
  ["Nobody can tell whether it was done: look at the portal, then replay or leave it", "unknownWhether"],
  ["The portal demo.example does not know this webhook: check that the whole address was copied", "webhookUnknown"],
  ["The portal demo.example lies in a private network: portals there are taken only where …", "privateNetwork"],
  ["Postgres is away: connect ECONNREFUSED", "database"],
  ["deadlock detected", "database"],
  ["sorry, too many clients already", "database"],
  ['could not extend file "base/16384/24576": No space left on device', "database"],
  ["write CONNECTION_CLOSED postgres:5432", "database"],
  ["connect ECONNREFUSED 127.0.0.1:5432", "database"],
  ["A query failed", "database"],
  ["im.message.add was not sent: The authorization server could not be asked: the connection failed", "authServer"],
  ["The webhook lacks the rights task: open it on the portal", "scope"],
] as const)("what we said ourselves is put into words too: %s", (text, cause) => {
  expect(readFault(text)).toEqual({ cause, by: "us", words: text, lang: "en" });
});

test("a code that stands alone, as the doctor has it, is known; what nobody knows stays as it is", () => {
  expect(readFault("INSUFFICIENT_SCOPE")).toMatchObject({ cause: "scope", by: "portal" });
  expect(readFault("ACCESS_DENIED: no chat 17")).toMatchObject({ cause: "denied", by: "portal" });
  expect(readFault("The portal refused imbot.v2.Chat.Message.send (ACCESS_DENIED: no chat 17)")).toMatchObject({
    cause: "notInChat",
    by: "portal",
  });
  expect(readFault("unreachable")).toMatchObject({ cause: "unreachable", by: "us" });
  expect(readFault("toString")).toMatchObject({ cause: null });
  expect(readFault("A deadlock was found")).toMatchObject({ cause: null, words: "A deadlock was found" });
  expect(readFault("connect ECONNREFUSED 127.0.0.1:8080")).toMatchObject({ cause: null });
});

test.each([
  ["en", english, "The portal does not answer.", "It is tried again by itself."],
  ["ru", russian, "Портал не отвечает.", "Попытка повторится сама."],
] as const)("only who knows that it is tried again says so (%s)", (locale, faults, cause, retried) => {
  const note = (isRetried?: boolean) => {
    const told = createElement(FaultNote, { text: "unreachable", ...(isRetried === undefined ? {} : { isRetried }) });
    return renderToStaticMarkup(
      createElement(IntlProvider, { locale, timeZone: "UTC", messages: { faults }, children: told }),
    );
  };
  expect(note(true)).toContain(retried);
  for (const other of [note(false), note()]) {
    expect(other).toContain(cause);
    expect(other).not.toContain(retried);
  }
  expect(Object.values(faults.causes).join("\n")).not.toMatch(/tried again|повторится/i);
});
