import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { BbText, bbToPlainText } from "./bb-text.tsx";

const shown = (text: string) => renderToStaticMarkup(<BbText text={text} />).replace(/^<span[^>]*>|<\/span>$/gu, "");

/** Leaves of a link its address and label; the rest of the element is checked once below. */
const withShortLinks = (html: string) => html.replaceAll(/<a href="([^"]*)"[^>]*>/gu, "<a $1>");

test.each([
  ["plain words", "plain words"],
  ["[b]order[/b] [i]45[/i] [u]is[/u] [s]late[/s]", "<strong>order</strong> <em>45</em> <u>is</u> <s>late</s>"],
  ["[B]Name:[/b][BR]Hello", "<strong>Name:</strong><br/>Hello"],
  ["one\ntwo\r\nthree[br]four", "one<br/>two<br/>three<br/>four"],
  ["[b]both [i]of[/i] them[/b]", "<strong>both <em>of</em> them</strong>"],
  ["[url]https://example.com/a[/url]", "<a https://example.com/a>https://example.com/a</a>"],
  ["[url=https://example.com/?a=1&b=2]see[/url]", "<a https://example.com/?a=1&amp;b=2>see</a>"],
  ["[url=https://example.com]a [b]bold[/b] one[/url]", "<a https://example.com/>a <strong>bold</strong> one</a>"],
])("a message shows its BB codes: %s", (text, html) => {
  expect(withShortLinks(shown(text))).toBe(html);
});

test.each([
  ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
  ["<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"],
  ["[url=javascript:alert(1)]x[/url]", "[url=javascript:alert(1)]x[/url]"],
  ["[url= JaVaScRiPt:alert(1)]x[/url]", "[url= JaVaScRiPt:alert(1)]x[/url]"],
  ["[url=java\tscript:alert(1)]x[/url]", "[url=java\tscript:alert(1)]x[/url]"],
  ["[url=data:text/html,x]x[/url]", "[url=data:text/html,x]x[/url]"],
  ["[url]javascript:alert(1)[/url]", "[url]javascript:alert(1)[/url]"],
  ["[url=//evil.example]x[/url]", "[url=//evil.example]x[/url]"],
  ["[url=/local]x[/url]", "[url=/local]x[/url]"],
  ["[url=https:evil.example]x[/url]", "[url=https:evil.example]x[/url]"],
  ["[url=https://bank.example@evil.example]x[/url]", "[url=https://bank.example@evil.example]x[/url]"],
  ["[url]not an address[/url]", "[url]not an address[/url]"],
  ["[b onclick=alert(1)]x[/b]", "[b onclick=alert(1)]x[/b]"],
  ["[b=1]x", "[b=1]x"],
  ["[img]https://example.com/a.png[/img]", "[img]https://example.com/a.png[/img]"],
  ["[send=/refund]Hello[/send]", "[send=/refund]Hello[/send]"],
  ["[b]never closed", "[b]never closed"],
  ["closed only[/b]", "closed only[/b]"],
  ["[b][i]crossed[/b][/i]", "<strong>[i]crossed</strong>[/i]"],
  ["[", "["],
  ["[/]", "[/]"],
  ["", ""],
])("what is no known, whole and safe BB code stays text: %s", (text, html) => {
  expect(shown(text)).toBe(html);
});

test("an address cannot break out of its attribute, and opens apart from the page", () => {
  const html = shown('[url=https://example.com/"onmouseover="alert(1)]x[/url]');
  expect(html).toMatch(/^<a href="https:\/\/example\.com\/%22onmouseover=%22alert\(1\)" /u);
  expect(html).toContain('target="_blank" rel="noopener noreferrer nofollow"');
});

test("a link inside a link is not made: the outer one alone counts", () => {
  const html = withShortLinks(shown("[url=https://a.example]see [url=https://b.example]this[/url] now[/url]"));
  expect(html).toBe("<a https://a.example/>see [url=https://b.example]this</a> now[/url]");
});

test("a hostile nest of tags is shown whole: neither the stack nor the time runs out", () => {
  expect(shown("[b]".repeat(50_000))).toHaveLength(150_000);
  expect(shown(`${"[b]".repeat(20_000)}x${"[/b]".repeat(20_000)}`)).toContain("x");
  expect(shown("[url=".repeat(20_000))).toHaveLength(100_000);
});

test("the preview of a message has its letters in one line", () => {
  expect(bbToPlainText("[b]Order[/b] 45-2291\nis [url=https://example.com]here[/url]")).toBe("Order 45-2291 is here");
});
