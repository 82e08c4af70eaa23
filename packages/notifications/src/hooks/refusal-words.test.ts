import { expect, test } from "vitest";

import { PostRefusal, RefusedPost } from "./post-refusal.ts";
import { refusalWords } from "./refusal-words.ts";

test.each([
  [
    new RefusedPost("unauthorized", "not_signed", { header: "x-signature" }),
    "Сообщение не подписано: нет заголовка x-signature",
  ],
  [
    new RefusedPost("conflict", "signed_ago", { seconds: 900, most: 300 }),
    "Сообщение подписано 900 с назад, а можно не раньше чем за 300 с",
  ],
  [
    new RefusedPost("invalid", "no_notification", {
      source: "Grafana",
      place: "alerts.0.labels",
      detail: "Invalid input",
    }),
    "Это не уведомление Grafana: не подходит alerts.0.labels",
  ],
  [
    new RefusedPost("invalid", "no_zabbix", { place: "", detail: "Invalid input" }),
    "Это не сообщение нашего способа оповещения для Zabbix: не подходит всё целиком",
  ],
])("the sender reads in English, and the source's people in Russian, why a post was refused: %s", (error, russian) => {
  const kept = PostRefusal.parse(JSON.parse(JSON.stringify(error.refusal)));
  expect(refusalWords(kept, "ru")).toBe(russian);
  expect(refusalWords(kept, "en")).toBe(error.message);
  expect(error.message).not.toMatch(/[{}]|undefined/);
});

test("what another version of the gateway calls a refusal, and this one has no words for, is none", () => {
  expect(PostRefusal.safeParse({ code: "toString", values: {} }).success).toBe(false);
});
