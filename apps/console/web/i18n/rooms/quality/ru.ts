import type { messages as english } from "./en.ts";

const quality: (typeof english)["quality"] = {
  title: "Качество",
};

export const messages: typeof english = { quality };
