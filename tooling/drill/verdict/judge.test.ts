import { expect, test } from "vitest";

import type { Posted } from "../load/ledger.ts";
import { judge, type KeptEvent, type Reply } from "./judge.ts";

const DIALOG = "chat1";

const said = (number: number, change: Partial<Posted> = {}): Posted => ({
  number,
  dialogId: DIALOG,
  messageId: `m${number}`,
  text: `say ${number} of ${DIALOG}`,
  reply: `echo ${number} of ${DIALOG}`,
  posts: 1,
  isAccepted: true,
  acceptedBy: "gateway-1",
  slowestMs: 1,
  failures: [],
  ...change,
});
const kept = (number: number, change: Partial<KeptEvent> = {}): KeptEvent => ({
  messageId: `m${number}`,
  dialogId: DIALOG,
  seq: number,
  status: "done",
  effects: [{ status: "sent", wasInDoubt: false }],
  ...change,
});
const echo = (number: number): Reply => ({
  dialogId: DIALOG,
  text: `echo ${number} of ${DIALOG}`,
  at: new Date(number),
});

const WELL = { accepted: 2, lost: 0, duplicated: 0, reordered: 0, crossed: 0, inDoubt: 0, dead: 0, refused: 0 };
const doubt = { effects: [{ status: "sent", wasInDoubt: true }] };
const refused = { isAccepted: false, failures: ["socket hang up"] };

test.each([
  ["each answered once, in order", [said(1), said(2)], [kept(1), kept(2)], [echo(1), echo(2)], {}],
  ["an accepted message that is nowhere is lost", [said(1), said(2)], [kept(1)], [echo(1)], { lost: 1 }],
  [
    "one that still waits is lost",
    [said(1), said(2)],
    [kept(1), kept(2, { status: "waiting" })],
    [echo(1)],
    { lost: 1 },
  ],
  ["one without an answer is lost", [said(1), said(2)], [kept(1), kept(2, { effects: [] })], [echo(1)], { lost: 1 }],
  [
    "a second answer is one too many",
    [said(1), said(2)],
    [kept(1), kept(2)],
    [echo(1), echo(1), echo(2)],
    { duplicated: 1 },
  ],
  [
    "a second row is one too many",
    [said(1), said(2)],
    [kept(1), kept(2), kept(2, { seq: 3 })],
    [echo(1), echo(2)],
    { duplicated: 1 },
  ],
  [
    "an answer that nobody asked for is one too many",
    [said(1), said(2)],
    [kept(1), kept(2)],
    [echo(1), echo(2), echo(9)],
    { duplicated: 1 },
  ],
  [
    "a second answer after a doubt is named as in doubt",
    [said(1), said(2)],
    [kept(1, doubt), kept(2)],
    [echo(1), echo(1), echo(2)],
    { inDoubt: 1 },
  ],
  [
    "a missing answer after a doubt is named as in doubt",
    [said(1), said(2)],
    [kept(1), kept(2, { effects: [{ status: "dead", wasInDoubt: true }] })],
    [echo(1)],
    { inDoubt: 1 },
  ],
  [
    "a dead letter is not lost",
    [said(1), said(2)],
    [kept(1), kept(2, { status: "dead", effects: [] })],
    [echo(1)],
    { dead: 1 },
  ],
  [
    "a reply that the portal refused for good is a dead letter too",
    [said(1), said(2)],
    [kept(1), kept(2, { effects: [{ status: "dead", wasInDoubt: false }] })],
    [echo(1)],
    { dead: 1 },
  ],
  [
    "an answer that overtakes another is told",
    [said(1), said(2)],
    [kept(1), kept(2)],
    [echo(2), echo(1)],
    { reordered: 1 },
  ],
  [
    "a row that overtakes another is told",
    [said(1), said(2)],
    [kept(2, { seq: 1 }), kept(1, { seq: 2 })],
    [echo(1), echo(2)],
    { reordered: 1 },
  ],
  [
    "what two gateways took may cross, and is told apart",
    [said(1), said(2, { acceptedBy: "gateway-2" })],
    [kept(2, { seq: 1 }), kept(1, { seq: 2 })],
    [echo(2), echo(1)],
    { crossed: 1 },
  ],
  [
    "a repeated answer does not count as out of order",
    [said(1), said(2)],
    [kept(1, doubt), kept(2)],
    [echo(1), echo(2), echo(1)],
    { inDoubt: 1 },
  ],
  ["what was refused is owed nothing", [said(1), said(2, refused)], [kept(1)], [echo(1)], { accepted: 1, refused: 1 }],
  [
    "what was refused and kept all the same is owed its answer",
    [said(1), said(2, refused)],
    [kept(1), kept(2)],
    [echo(1)],
    { accepted: 1, refused: 1, lost: 1 },
  ],
  [
    "a gateway that was not there makes no failed delivery when another took it",
    [said(1), said(2, { failures: ["no connection"] })],
    [kept(1), kept(2)],
    [echo(1), echo(2)],
    {},
  ],
  [
    "a message that is owed no answer needs none",
    [said(1), said(2, { reply: null })],
    [kept(1), kept(2)],
    [echo(1)],
    {},
  ],
] satisfies [string, Posted[], KeptEvent[], Reply[], Partial<typeof WELL>][])(
  "%s",
  (_name, posted, rows, replies, expected) => {
    expect(judge({ posted, kept: rows, replies })).toMatchObject({ ...WELL, ...expected });
  },
);

test("each dialog has an order of its own", () => {
  const other = { dialogId: "chat2", messageId: "other", reply: "echo 1 of chat2" };
  const account = judge({
    posted: [said(1), said(1, other), said(2)],
    kept: [kept(1, { seq: 5 }), kept(1, { messageId: "other", dialogId: "chat2", seq: 1 }), kept(2, { seq: 9 })],
    replies: [{ dialogId: "chat2", text: "echo 1 of chat2", at: new Date(0) }, echo(1), echo(2)],
  });
  expect(account).toMatchObject({ lost: 0, duplicated: 0, reordered: 0, findings: [] });
});

test("a finding names the message, so that its row can be looked at", () => {
  const { findings } = judge({ posted: [said(7)], kept: [], replies: [] });
  expect(findings).toEqual(["accepted, and in no table: message 7 of chat1"]);
});
