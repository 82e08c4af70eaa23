import fc from "fast-check";
import { expect, test } from "vitest";

import { findBbTags } from "./bb-tags.ts";
import { bb } from "./bb.ts";
import { stripBb } from "./strip-bb.ts";

test.each([
  [bb`Hello, ${"[user=5]Chief[/user]"}!`, "Hello, [\u200Buser=5]Chief[\u200B/user]!"],
  [
    bb`${bb.bold("A [b]")} and ${bb.italic(bb.link("https://demo.example/", "site"))}`,
    "[b]A [\u200Bb][/b] and [i][url=https://demo.example/]site[/url][/i]",
  ],
  [bb.user("5", "Anna"), "[user=5]Anna[/user]"],
  [bb.everyone("All"), "[user=all]All[/user]"],
  [bb.openLine("789", "Line"), "[chat=imol|789]Line[/chat]"],
  [bb.message("chat1", "2", "there"), "[context=chat1/2]there[/context]"],
  [bb.quote("one\ntwo"), ">>one\n>>two"],
  [bb.code("a[0] = [/code] [b]x[/b]"), "[code]a[0] = [\u200B/code] [b]x[/b][/code]"],
  [bb.list(["one", bb.strike(2)]), "• one\n• [s]2[/s]"],
  [bb.image("https://demo.example/a.png", "medium"), "[img size=medium]https://demo.example/a.png [/img]"],
  [bb.time(new Date("2022-02-26T03:05:20Z"), "SHORT_TIME_FORMAT"), "[timestamp=1645844720 format=SHORT_TIME_FORMAT]"],
  [bb.send("/help [me]", "Help"), "[send=/help (me)]Help[/send]"],
])("%s is written as the portal reads it", (text, written) => {
  expect(String(text)).toBe(written);
});

test.each([
  () => bb.link("javascript:alert(1)", "x"),
  () => bb.link("https://demo.example/]evil", "x"),
  () => bb.color("red", "x"),
  () => bb.size(7, "x"),
  () => bb.user("5][user=6", "x"),
])("what would break out of a tag is refused: %s", (build) => {
  expect(build).toThrow(/does not take/);
});

test("no text put into a template adds a tag", () => {
  const anything = fc.string({
    unit: fc.constantFrom("[", "]", "/", "b", "url", "=", "user", "5", ">", "-", "\n", " "),
  });
  fc.assert(
    fc.property(anything, (text) => {
      expect(findBbTags(String(bb`${bb.bold(text)} ${text}`)).map(({ name }) => name)).toEqual(["b", "b"]);
      expect(stripBb(String(bb`${text}`))).toBe(text);
    }),
  );
});
