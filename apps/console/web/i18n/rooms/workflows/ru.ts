import type { messages as english } from "./en.ts";

const workflows: (typeof english)["workflows"] = {
  title: "Процессы",
};

export const messages: typeof english = { workflows };
