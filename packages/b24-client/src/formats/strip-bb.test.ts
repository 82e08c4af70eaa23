import { expect, test } from "vitest";

import { stripBb } from "./strip-bb.ts";

test.each([
  ["[b]bold [i]both[/i][/b]", "bold both"],
  ["[url=https://demo.example/]site[/url]", "site (https://demo.example/)"],
  ["[URL]https://demo.example/[/URL]", "https://demo.example/"],
  ["[user=5]Anna[/user], look", "Anna, look"],
  ["one[br]two", "one\ntwo"],
  [">>said\nanswer", "> said\nanswer"],
  ["[code][b]x[/b][/code]", "[b]x[/b]"],
  ["[img size=medium]https://demo.example/a.png [/img]", "https://demo.example/a.png"],
  ["[call=+4930123456]call us[/call]", "call us (+4930123456)"],
  ["[icon=https://demo.example/i.png size=20 title=a smile]", "a smile"],
  ["[timestamp=1645844720 format=SHORT_TIME_FORMAT]", "2022-02-26 03:05 UTC"],
  ["[b]never closed, and [/i] never opened", "never closed, and  never opened"],
  ["a[0] and [1042]", "a[0] and [1042]"],
])("%s becomes %s", (text, plain) => {
  expect(stripBb(text)).toBe(plain);
});
