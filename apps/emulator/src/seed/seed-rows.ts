import { z } from "zod";

/** The fields of one thing, as the REST method that adds it takes them: `{ "TITLE": "Call back", "RESPONSIBLE_ID": 3 }`. */
const Rows = z.array(z.record(z.string(), z.unknown())).default([]);

/** What a seed may hold beside people: every list is added by the portal's own methods, in the order they stand here. */
export const SEED_ROWS = {
  /** `department.add`: NAME, PARENT, UF_HEAD. */
  departments: Rows,
  /** `imopenlines.config.add`: LINE_NAME, QUEUE, and so on. */
  lines: Rows,
  /** `crm.company.add`, `crm.contact.add`, `crm.lead.add`, `crm.deal.add`. */
  companies: Rows,
  contacts: Rows,
  leads: Rows,
  deals: Rows,
  /** `tasks.task.add`. */
  tasks: Rows,
  /** `catalog.product.add`: name, and iblockId of the portal's catalog when it is left out. */
  products: Rows,
  /** Any other call, by the first person of the portal. */
  calls: z
    .array(z.object({ method: z.string().min(1), params: z.record(z.string(), z.unknown()).default({}) }))
    .default([]),
};
