import { expect, test } from "vitest";

import { farewellOf } from "./farewell-of.ts";

test.each([
  "thanks",
  "Thank you very much!",
  "ok thanks, bye",
  "no, thanks",
  "no",
  "nothing else",
  "thanks, that's all",
  "спасибо",
  "спасибо большое, жду",
  "нет, спасибо",
  "нет",
  "больше ничего не нужно",
  "всего доброго",
  "всё, пока",
  "спасибо, помогли",
  "that helped",
  "вы мне очень помогли",
  "нет, это всё",
  "больше вопросов нет, спасибо",
])("says that nothing more is wanted: %s", (text) => {
  expect(farewellOf(text)).toBe("plain");
});

test.each([
  "нет, это не так",
  "спасибо, не помогли",
  "спасибо, но это не то",
  "спасибо за ничего",
  "пока не помогли",
  "no, it did not help",
  "thanks for nothing",
  "thanks, but that's wrong",
  "thanks, it didn't work",
  "no good",
  "спасибо, а где он?",
])("says that it is not over: %s", (text) => {
  expect(farewellOf(text)).toBe("complaint");
});

test.each(["спасибо, вчера приходил курьер", "thanks, my neighbour took it"])("tells more: %s", (text) => {
  expect(farewellOf(text)).toBe("with_more");
});
