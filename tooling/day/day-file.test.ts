import { expect, test } from "vitest";

import { parseDay } from "./day-file.ts";
import { resolveDay } from "./resolve-day.ts";

const PLACE = { path: "day.jsonl", photoFolder: "files", hasPhoto: (name: string) => name === "kettle.jpg" };
const CONVERSATION = {
  type: "conversation",
  id: "a",
  lang: "en",
  client: { name: "Anna" },
  turns: [{ say: "hi" }, { when: "photo", photo: "kettle.jpg" }],
  expect: { outcome: "contained" },
};
const lines = (...each: object[]) => each.map((line) => JSON.stringify(line)).join("\n");

test("orders, products and conversations are read, blank lines passed over, and patience is twenty seconds", () => {
  const order = { type: "order", number: "A-1", status: "shipped", eta: "D+2", purchased: "2026-11-12" };
  const product = { type: "product", article: "KT", name: "Kettle", stock: { Moscow: 4 } };

  const day = parseDay(`${lines(order, product)}\n\n${lines(CONVERSATION)}\r\n`, PLACE);

  expect(day).toMatchObject({ orders: [order], products: [product], conversations: [{ id: "a", patience: 20 }] });
});

test("every faulty line is told with its number, its field and its fault", () => {
  const text = [
    lines(CONVERSATION),
    lines({ ...CONVERSATION, turns: [{ when: "(", say: "x" }, {}, { pause: 1, say: "x" }] }),
    "{",
    lines({ type: "order", number: "A-1", status: "lost", eta: "tomorrow" }),
    lines({ type: "people" }),
    lines({ ...CONVERSATION, turns: [{ photo: "gone.jpg" }] }),
  ].join("\n");

  expect(() => parseDay(text, PLACE)).toThrow(
    /:2: turns\[0\]\.when: [^]*:2: turns\[1\]: [^]*:2: turns\[2\]: [^]*:3: is not JSON[^]*:4: status: [^]*:4: eta: [^]*:5: type: [^]*:6: id: "a" is taken by line 1[^]*:6: turns\[0\]\.photo: there is no files.gone\.jpg/,
  );
});

test.each([
  ["D-9", "2026-10-24"],
  ["D+0", "2026-11-02"],
  ["D+30", "2026-12-02"],
  ["2026-01-31", "2026-01-31"],
])("%s is %s on the second of November", (day, date) => {
  expect(resolveDay(day, new Date(2026, 10, 2, 23, 59))).toBe(date);
});
