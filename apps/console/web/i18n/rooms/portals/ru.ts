import type { messages as english } from "./en.ts";

const portals: (typeof english)["portals"] = {
  title: "Порталы и боты",
};

export const messages: typeof english = { portals };
