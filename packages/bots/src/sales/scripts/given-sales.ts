import { AppError } from "@botdeck/core";
import { z } from "zod";

import type { SalesClient, SalesServices, SalesTask } from "../services.ts";

const Deal = z.strictObject({
  id: z.string(),
  title: z.string(),
  stage: z.string().default("Negotiation"),
  amount: z.number().default(1000),
  currency: z.string().default("RUB"),
});
const Client = z.strictObject({
  kind: z.enum(["contact", "company"]).default("contact"),
  id: z.string(),
  name: z.string(),
  phones: z.array(z.string()).default([]),
  activities: z.array(z.strictObject({ title: z.string(), at: z.string().nullable() })).default([]),
});
const Task = z.strictObject({
  id: z.string(),
  title: z.string(),
  deadlineAt: z.string(),
  mayMove: z.boolean().default(true),
});

/** A portal as a conversation with the sales assistant needs it. */
export const GivenSales = z.strictObject({
  deals: z.array(Deal).default([]),
  clients: z.array(Client).default([]),
  tasks: z.array(Task).default([]),
  callWay: z.enum(["callback", "external", "button"]).default("button"),
  hasOwnerRights: z.boolean().default(false),
  /** What the portal answers instead. */
  fails: z.enum(["forbidden", "unreachable", "unsupported"]).nullable().default(null),
});
export type GivenSales = z.output<typeof GivenSales>;

const PORTAL = "https://demo.bitrix24.example";

/** The services of a portal on which all is as it was given. */
export function openSales(given: GivenSales): SalesServices {
  const { deals, clients, tasks, fails } = given;
  const answer = <Answer>(value: Answer): Promise<Answer> =>
    fails === null ? Promise.resolve(value) : Promise.reject(new AppError(fails, "As it was given"));
  const clientOf = ({ kind, id, ...rest }: GivenSales["clients"][number]): SalesClient => ({
    kind,
    id,
    ...rest,
    url: `${PORTAL}/crm/${kind}/details/${id}/`,
  });
  const taskOf = (task: GivenSales["tasks"][number]): SalesTask => ({ ...task, url: `${PORTAL}/task/${task.id}/` });
  return {
    async openDeals(page, size) {
      const pages = Math.max(1, Math.ceil(deals.length / size));
      const at = Math.min(page, pages);
      const shown = deals.slice((at - 1) * size, at * size);
      const sums = [...new Set(deals.map(({ currency }) => currency))].map((currency) => {
        const own = deals.filter((deal) => deal.currency === currency);
        return { currency, amount: own.reduce((sum, { amount }) => sum + amount, 0), count: own.length };
      });
      const rows = shown.map((deal) => ({ ...deal, url: `${PORTAL}/crm/deal/details/${deal.id}/` }));
      return answer({ deals: rows, page: at, pages, total: deals.length, sums, summed: null });
    },
    findClients: (words) =>
      answer({ clients: clients.filter(({ name }) => isLike(name, words)).map(clientOf), isMore: false }),
    async readClient(kind, id) {
      const client = clients.find((each) => each.kind === kind && each.id === id);
      return answer(client === undefined ? null : clientOf(client));
    },
    tasksDue: ({ now }) =>
      answer({
        overdue: tasks.filter(({ deadlineAt }) => deadlineAt < now).map(taskOf),
        today: tasks.filter(({ deadlineAt }) => deadlineAt >= now).map(taskOf),
        isMore: false,
      }),
    callWay: () => answer(given.callWay),
    hasOwnerRights: () => answer(given.hasOwnerRights),
  };
}

const isLike = (name: string, words: string) => name.toLowerCase().includes(words.trim().toLowerCase());
