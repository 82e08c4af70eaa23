import type { messages as english } from "./en.ts";

const deliveries: (typeof english)["deliveries"] = {
  title: "Доставка",
};

export const messages: typeof english = { deliveries };
