import { expect, test } from "vitest";

import { readCommand } from "./options.ts";

test.each([
  [[], { kind: "faults", only: [], seed: 1, times: 1, isLong: false, isJson: false }],
  [["--only", "a,b", "--seed", "7", "--long", "--json"], { only: ["a", "b"], seed: 7, isLong: true, isJson: true }],
  [["return-crash", "--times", "20"], { kind: "return-crash", times: 20, seed: 1, isJson: false }],
  [["escalation", "--seed", "3"], { kind: "escalation", times: 1, seed: 3, isJson: false }],
  [["alertmanager", "--times", "2", "--json"], { kind: "alertmanager", times: 2, isJson: true }],
  [["zabbix", "--json"], { kind: "zabbix", times: 1, isJson: true }],
  [["--list"], { kind: "list" }],
  [["--help"], { kind: "help", isAsked: true }],
  [["--times", "0"], { kind: "help", isAsked: false }],
  [["--seed", "x"], { kind: "help", isAsked: false }],
  [["return-of-the-crash"], { kind: "help", isAsked: false }],
  [["--shorter"], { kind: "help", isAsked: false }],
])("%j", (args, expected) => {
  expect(readCommand(args)).toMatchObject(expected);
});
