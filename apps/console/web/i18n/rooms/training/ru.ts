import type { messages as english } from "./en.ts";

const training: (typeof english)["training"] = {
  title: "Обучение",
};

export const messages: typeof english = { training };
