import type { BuiltInRule } from "./built-in-rule.ts";

export const PAYMENT_RULES: Readonly<Record<string, BuiltInRule>> = {
  "payment.received": {
    title: { en: "A payment came", ru: "Поступила оплата" },
    trigger: { kind: "hook", source: "payment" },
    audience: [{ kind: "order_department" }],
    tone: "primary",
    buttons: ["open", "why"],
    template: {
      en: {
        title: "Payment: {record.title}, {record.amount}",
        rows: [
          { name: "Amount", value: "{record.amount}" },
          { name: "Number", value: "{record.id}" },
          { name: "Status", value: "{record.status}" },
        ],
      },
      ru: {
        title: "Оплата: {record.title}, {record.amount}",
        rows: [
          { name: "Сумма", value: "{record.amount}" },
          { name: "Номер", value: "{record.id}" },
          { name: "Статус", value: "{record.status}" },
        ],
      },
    },
  },
};
