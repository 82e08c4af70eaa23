import type { messages as english } from "./en.ts";

const access: (typeof english)["access"] = {
  title: "Доступ",
};

export const messages: typeof english = { access };
