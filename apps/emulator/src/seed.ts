import { z } from "zod";

import { DEMO_ORDERS } from "./one-c/demo-orders.ts";
import { keepShopOrder, ShopOrderInput } from "./one-c/shop-order-input.ts";
import { settlePerson, Settler } from "./people/settle-person.ts";
import { DEMO_CRM } from "./seed/crm.ts";
import { DEMO_WORK } from "./seed/demo-work.ts";
import { DEMO_OFFICE, seedHelpdesk } from "./seed/office.ts";
import { DEMO_SALE } from "./seed/sale.ts";
import { DEMO_SALES, Sales } from "./seed/sales.ts";
import { SEED_ROWS } from "./seed/seed-rows.ts";
import { seedWork } from "./seed/work.ts";
import { DEMO_DISK, seedDisk } from "./seed/disk.ts";
import { seedPeople } from "./seed/people.ts";
import { createState } from "./state/state.ts";
import type { State } from "./state/state.ts";

/** What a new portal starts with. A file of this form can be given instead of the demo people. */
export const Seed = z.strictObject({
  lineName: z.string().min(1).default("Demo line"),
  /** The first one is the administrator, who installs applications and owns webhooks by default. */
  people: z
    .array(Settler)
    .min(1)
    .refine((people) => people[0]?.role === "manager", "the first person has to be a manager"),
  /** What the shop's own system (src/one-c) has sold. */
  orders: z.array(ShopOrderInput).prefault(DEMO_ORDERS),
  /** Deals of the last months, which no method can make: each stands in its stage for as long as it would. */
  sales: Sales.optional(),
  ...SEED_ROWS,
});
export type Seed = z.infer<typeof Seed>;

/** The parts that there are on a portal, by somebody for each: few people, for whoever needs no more. Numbers 1 to 6. */
export const FIRST_PEOPLE: z.input<typeof Seed>["people"] = [
  { firstName: "Vera", lastName: "(manager)", role: "manager", language: "en", gender: "F", workPosition: "Manager" },
  { firstName: "Олег", lastName: "(оператор)", role: "operator", language: "ru", workPosition: "Оператор" },
  { firstName: "Emma", lastName: "(employee)", role: "employee", language: "en", gender: "F", workPosition: "Sales" },
  { firstName: "Павел", lastName: "(сотрудник)", role: "employee", language: "ru", workPosition: "Склад" },
  {
    firstName: "Anna",
    lastName: "(client)",
    role: "client",
    language: "en",
    gender: "F",
    phone: "+12025553101",
  },
  { firstName: "Борис", lastName: "(клиент)", role: "client", language: "ru" },
];

export const DEMO_SEED: z.input<typeof Seed> = {
  people: [...FIRST_PEOPLE, ...DEMO_OFFICE.map((colleague) => ({ ...colleague, role: "employee" as const }))],
  ...DEMO_CRM,
  tasks: DEMO_WORK.tasks,
  products: DEMO_SALE.products,
  sales: DEMO_SALES,
  calls: [...DEMO_CRM.calls, ...DEMO_WORK.calls, ...DEMO_DISK.calls, ...DEMO_SALE.calls],
};

/** A portal with the seed's people, numbered from 1, and nothing else. */
export function seedState(seed: z.input<typeof Seed>): State {
  const { lineName, people, orders } = Seed.parse(seed);
  const state = createState();
  state.lineName = lineName;
  for (const settler of people) settlePerson(state, settler);
  for (const order of orders) keepShopOrder(state, order);
  seedPeople(state, people);
  seedHelpdesk(state);
  seedDisk(state);
  seedWork(state, new Date());
  return state;
}
