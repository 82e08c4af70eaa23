import { crmAnswerTexts } from "../../crm-answers/texts.ts";
import { clientTexts } from "./clients.ts";
import { dealTexts } from "./deals.ts";
import { taskTexts } from "./tasks.ts";

const talk = {
  en: {
    hello: "I show your deals, clients and tasks, and call clients: {commands}.",
    helloGroup: "I show deals, clients and tasks to whoever mentions me: {commands}.",
  },
  ru: {
    hello: "Покажу ваши сделки, клиентов и задачи и позвоню клиенту: {commands}.",
    helloGroup: "Упомяните меня, и я покажу ваши сделки, клиентов и задачи: {commands}.",
  },
} as const;

/** Everything the sales assistant says. */
export const salesTexts = {
  en: { ...crmAnswerTexts.en, ...talk.en, ...dealTexts.en, ...clientTexts.en, ...taskTexts.en },
  ru: { ...crmAnswerTexts.ru, ...talk.ru, ...dealTexts.ru, ...clientTexts.ru, ...taskTexts.ru },
} as const;
export type SalesTextKey = keyof (typeof salesTexts)["en"];
