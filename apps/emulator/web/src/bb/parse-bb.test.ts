import { expect, test } from "vitest";
import { type BbNode, plainBb } from "./bb-node.ts";
import { parseBb } from "./parse-bb.ts";

/** The nodes in short: `b(words)`, `link https://a.example/(words)`. */
function short(nodes: readonly BbNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === "text") return node.text;
      const { kind, children, ...rest } = { children: [] as BbNode[], ...node };
      return `{${[kind, ...Object.values(rest)].join(" ")}${children.length > 0 ? `: ${short(children)}` : ""}}`;
    })
    .join("");
}

test.each([
  ["plain words", "plain words"],
  ["[b]order[/b] [i]45[/i][br]next", "{style b: order} {style i: 45}\nnext"],
  ["[size=99]big[/size] [color=#ff0000]red[/color]", "{size 30: big} {color #ff0000: red}"],
  ["[url=https://example.com/a]see[/url]", "{link https://example.com/a: see}"],
  ["[url]https://example.com/a[/url]", "{link https://example.com/a: https://example.com/a}"],
  ["[user=5]Anna[/user], [USER=all]all[/USER]", "{user 5: Anna}, {user all: all}"],
  ["[chat=12]Sales[/chat]", "{chat 12: Sales}"],
  ["[put=/order 45]Order[/put] [send]yes[/send]", "{put /order 45: Order} {send yes: yes}"],
  ["[call=+441632960001]ring[/call]", "{call +441632960001: ring}"],
  ["[img size=large]https://example.com/a.png [/img]", "{image https://example.com/a.png large}"],
  ["[icon=https://example.com/i.png size=24 title=New order]", "{icon https://example.com/i.png 24 New order}"],
  ["[timestamp=1716000000 format=SHORT_DATE_FORMAT]", "{time 1716000000 SHORT_DATE_FORMAT}"],
  ["[disk=77]", "{file 77}"],
  ["a [code]if [b]x[/b]\n  y[/code] b", "a {code if [b]x[/b]\n  y} b"],
  [">>first\n>> [b]second[/b]\nanswer", "{quote: first\n{style b: second}}answer"],
  [`${"-".repeat(54)}\nAnna\nhello\n${"-".repeat(54)}\nanswer`, "{quote: Anna\nhello}answer"],
])("a message shows its BB codes: %s", (text, shown) => {
  expect(short(parseBb(text))).toBe(shown);
});

test.each([
  "<img src=x onerror=alert(1)>",
  "[url=javascript:alert(1)]x[/url]",
  "[url= JaVaScRiPt:alert(1)]x[/url]",
  "[url=data:text/html,x]x[/url]",
  "[url=//evil.example]x[/url]",
  "[url=https://bank.example@evil.example]x[/url]",
  "[url]not an address[/url]",
  "[img]javascript:alert(1)[/img]",
  "[img]/rest/1/secret/user.get[/img]",
  "[icon=javascript:alert(1) size=20]",
  "[color=red;background:url(https://evil.example)]x[/color]",
  "[size=1e9]x[/size]",
  "[b onclick=alert(1)]x[/b]",
  "[user=5; drop]x[/user]",
  "[user=<b>]x[/user]",
  "[put][/put]",
  "[timestamp=soon]",
  "[disk=../etc/passwd]",
  "[b]never closed",
  "closed only[/b]",
  "[code]never closed",
  "-----------\nno second line of dashes",
])("what is no known, whole and safe BB code stays text: %s", (text) => {
  expect(short(parseBb(text))).toBe(text);
});

test("a thing to press is not made inside another one: the outer one alone counts", () => {
  expect(short(parseBb("[url=https://a.example]see [send=/refund]this[/send][/url]"))).toBe(
    "{link https://a.example/: see [send=/refund]this[/send]}",
  );
});

test("a hostile nest of tags is shown whole: neither the stack nor the time runs out", () => {
  expect(plainBb(parseBb("[b]".repeat(50_000)))).toHaveLength(150_000);
  expect(plainBb(parseBb(`${"[b]".repeat(20_000)}x${"[/b]".repeat(20_000)}`))).toContain("x");
  expect(plainBb(parseBb("[url=".repeat(4000)))).toHaveLength(20_000);
  expect(plainBb(parseBb("[code]".repeat(4000)))).toHaveLength(24_000);
  expect(plainBb(parseBb(`${"-".repeat(20)}\n`.repeat(5000)))).not.toBe("");
});
