import type { Rule } from "../rules/rule-types.ts";

/** A new rule before somebody has said anything of it. */
export const BLANK_RULE: Rule = {
  title: { en: "", ru: "" },
  trigger: { kind: "record", record: "deal", changes: ["updated"] },
  audience: [{ kind: "role", role: "responsible" }],
  exceptActor: true,
  template: {
    en: { title: "{record.title}", rows: [] },
    ru: { title: "{record.title}", rows: [] },
  },
  buttons: ["open", "why"],
  tone: "base",
  urgency: "normal",
  delivery: "single",
};
