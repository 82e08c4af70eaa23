import { parseBody, parseWebhookEvent, readEnvelope } from "@botdeck/b24-client";
import { expect, test } from "vitest";

import { messageForm, postOf, templateOf } from "./message-event.ts";
import { senderOf } from "./sender.ts";

const template = templateOf(senderOf(3), { path: "/bitrix/events", text: "hello" });

function eventOf(messageNumber: number, dialogNumber: number) {
  const [head = "", body = ""] = postOf(template, messageNumber, dialogNumber).toString().split("\r\n\r\n");
  expect(head).toContain(`content-length: ${Buffer.byteLength(body)}`);
  const parsed = parseWebhookEvent(readEnvelope(parseBody("application/x-www-form-urlencoded", body)), new Date());
  return parsed.ok ? parsed.events[0] : undefined;
}

test("an event of the load is as large as the one that the targets speak of", () => {
  const form = messageForm(senderOf(3), "hello");
  expect(form.split("&")).toHaveLength(65);
  expect(form.length / 2_900).toBeCloseTo(1, 1);
});

test("each number makes an event of its own, in the dialog and of the portal that were asked for", () => {
  expect(eventOf(7, 4)).toMatchObject({
    bitrixBotId: senderOf(3).bitrixBotId,
    draft: { kind: "message.added", dialog: { id: "chat100004", type: "open_line" }, person: { kind: "client" } },
  });
  expect(eventOf(7, 4)?.identity).not.toEqual(eventOf(17, 4)?.identity);
});
