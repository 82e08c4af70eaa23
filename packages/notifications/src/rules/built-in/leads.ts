import type { BuiltInRule } from "./built-in-rule.ts";

export const LEAD_RULES: Readonly<Record<string, BuiltInRule>> = {
  "lead.new": {
    title: { en: "New lead", ru: "Новый лид" },
    trigger: { kind: "record", record: "lead", changes: ["added"] },
    audience: [{ kind: "role", role: "responsible" }],
    // Forms and robots make leads in the name of people, who do not know of them.
    exceptActor: false,
    tone: "primary",
    buttons: ["take", "open", "why"],
    template: {
      en: {
        title: "New lead: {record.title}",
        rows: [
          { name: "Name", value: "{record.name}" },
          { name: "Phone", value: "{record.phone}" },
          { name: "Source", value: "{record.source}" },
        ],
      },
      ru: {
        title: "Новый лид: {record.title}",
        rows: [
          { name: "Имя", value: "{record.name}" },
          { name: "Телефон", value: "{record.phone}" },
          { name: "Источник", value: "{record.source}" },
        ],
      },
    },
  },
};
