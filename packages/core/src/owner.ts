import { z } from "zod";

/** Who answers in a conversation. Written `bot`, `queue:<id>`, `operator:<portal user id>` or `closed`. */
export const Owner = z
  .templateLiteral([z.enum(["queue:", "operator:"]), z.string().min(1)])
  .or(z.enum(["bot", "closed"]));
export type Owner = z.infer<typeof Owner>;
