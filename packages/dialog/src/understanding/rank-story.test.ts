import { expect, test } from "vitest";

import { rankStory } from "./rank-story.ts";

/** Knows what a few sentences mean; all others say little. */
const KNOWN: Readonly<Record<string, [intent: string, confidence: number]>> = {
  "Good day.": ["greeting", 0.95],
  "I want my money back.": ["productReturn", 0.9],
  "Where is my parcel?": ["orderStatus", 0.8],
};
const asked: string[] = [];
const rank = ({ text }: { text: string }) => {
  asked.push(text);
  const [intent, confidence] = KNOWN[text] ?? ["purchase", 0.2];
  return [{ intent, confidence }];
};
const options = { sureAt: 0.7, isTelling: (intent: string) => intent !== "greeting" };
const read = (text: string) => rankStory({ text, language: "en" }, rank, options);

test("the sentence that says what is wanted decides what a story is about", async () => {
  const [best] = await read("Good day. My aunt gave it to me for my birthday. I want my money back.");
  expect(best).toMatchObject({ intent: "productReturn" });
  expect(best?.confidence).toBeLessThan(0.9);
});

test("a greeting in a story is not what it is about", async () => {
  const ranked = await read("Good day. My aunt gave it to me for my birthday.");
  expect(ranked).toEqual([{ intent: "purchase", confidence: 0.2 }]);
});

test("two wishes are both there to choose from", async () => {
  const intents = (await read("Where is my parcel? I want my money back.")).map(({ intent }) => intent);
  expect(intents.slice(0, 2)).toEqual(["productReturn", "orderStatus"]);
});

test("what is clear as a whole, or one sentence, is read once", async () => {
  for (const text of ["I want my money back.", "My aunt gave it to me"]) {
    asked.length = 0;
    await read(text);
    expect(asked).toEqual([text]);
  }
});
