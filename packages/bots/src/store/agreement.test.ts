import { NO_ENTITIES } from "@botdeck/dialog";
import type { Said } from "@botdeck/dialog/dialogs";
import { describe, expect, test } from "vitest";

import { isNo, isYes } from "./agreement.ts";
import { yesPhrases } from "./phrases/yes.ts";

/** As a guess that is wrong would have it: only the words may decide. */
const said = (text: string, sure: string | null = null): Said => ({
  text,
  files: [],
  pressed: null,
  today: "2026-11-21",
  sure,
  understood: {
    intents: sure === null ? [] : [{ intent: sure, confidence: 0.99 }],
    provider: "embedded",
    fellBackFrom: null,
    entities: NO_ENTITIES,
  },
});

describe("words that agree and say nothing else", () => {
  test.each([
    "да",
    "да, всё верно",
    "всё верно, отправляйте",
    "ок",
    "ага",
    "подтверждаю",
    "верно",
    "ок, спасибо",
    "ДА!!!",
    "Yes, send it",
    "yes please",
    "correct",
    "ok thanks",
    "Right.",
    "yes, that's right",
    "sure, tell me",
    "no problem",
    "Да, отправить",
    "да, сообщите",
    "Да, сообщите мне, когда появится",
    "давайте",
    "точно",
    "да-да",
    ...yesPhrases.en,
    ...yesPhrases.ru,
  ])("confirm: %s", (text) => {
    expect(isYes(said(text))).toBe(true);
    expect(isNo(said(text))).toBe(false);
  });
});

describe("a change, a doubt or a question", () => {
  test.each([
    "давайте поменяем причину",
    "да подождите, я ещё не решил",
    "верно? нет, причина другая",
    "да, но причина другая",
    "right, don't send it yet",
    "right order is A-1043",
    "ok wait, I want to change the photo",
    "yes but not now",
    "ок, а где мой второй заказ?",
    "sure, let me think about it",
    "точно не помню",
    "да, только фото замените",
    "хорошо, не надо",
    "ок, тогда не нужно",
    "ok no thanks",
    "да?",
    "да нет",
    "is it correct",
    "yes cancel",
    "спасибо",
  ])("confirms nothing, however sure a guess is: %s", (text) => {
    expect(isYes(said(text, "yes"))).toBe(false);
  });
});

test.each([
  "хорошо, не надо",
  "ок, тогда не нужно",
  "ok no thanks",
  "no, don't bother",
  "нет",
  "нет, спасибо",
  "да нет",
  "No, change something",
  "верно? нет, причина другая",
])("words that refuse are a no: %s", (text) => {
  expect(isNo(said(text))).toBe(true);
});

test("yes and no in Latin letters are a yes and a no", () => {
  for (const text of ["da, verno", "konechno", "da podtverzhdayu"]) expect(isYes(said(text)), text).toBe(true);
  for (const text of ["net", "net spasibo", "ne nado"]) expect(isNo(said(text)), text).toBe(true);
  expect(isYes(said(""))).toBe(false);
});
