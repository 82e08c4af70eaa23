import type { CrmAnswerTextKey } from "./texts.ts";

type Noting = {
  t(key: CrmAnswerTextKey): string;
  services: { hasOwnerRights(): Promise<boolean> };
};

/** The text, with whose rights it was read when those are not the person's own. */
export async function withRightsNote(ctx: Noting, text: string): Promise<string> {
  return (await ctx.services.hasOwnerRights()) ? `${text}\n\n[i]${ctx.t("ownerRights")}[/i]` : text;
}
