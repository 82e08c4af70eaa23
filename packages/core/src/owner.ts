import { z } from "zod";

/**
 * Who answers in a conversation. Written `bot`, `queue:<id>`, `operator:<portal user id>` or `closed`; somebody at the console
 * who has no user on the portal is `operator:desk:<console user id>`.
 */
export const Owner = z
  .templateLiteral([z.enum(["queue:", "operator:"]), z.string().min(1)])
  .or(z.enum(["bot", "closed"]));
export type Owner = z.infer<typeof Owner>;

/** The owner of what somebody leads from the console who has no user on the portal. */
export const deskOwner = (consoleUserId: string): Owner => `operator:desk:${consoleUserId}`;
