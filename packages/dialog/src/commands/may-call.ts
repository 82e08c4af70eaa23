import { z } from "zod";

import type { Language } from "../texts/catalog.ts";
import { type Access, CommandAccess, type PersonFacts } from "./access.ts";
import { commandTexts } from "./texts.ts";

/** True for whom a command is. Access that names neither roles nor departments is everybody's. */
export function mayCall({ roles, departments }: Access, facts: Pick<PersonFacts, "roles" | "departments">): boolean {
  if (roles === undefined && departments === undefined) return true;
  const isOne = roles?.some((role) => facts.roles.includes(role)) === true;
  return isOne || departments?.some((id) => facts.departments.includes(id)) === true;
}

const Settings = z.object({ commandAccess: CommandAccess });

/** Who may call a command: what the portal's settings say of it, else its definition. */
export function accessTo(name: string, who: Access | undefined, settings: unknown): Access {
  const commandAccess = Settings.safeParse(settings).data?.commandAccess ?? {};
  // A command may be called as something that every object has.
  return (Object.hasOwn(commandAccess, name) ? commandAccess[name] : who) ?? {};
}

/** Whether access depends on who asks, so that what is known about them has to be found out. */
export const isLimited = ({ roles, departments }: Access): boolean => roles !== undefined || departments !== undefined;

/** Why somebody may not call a command. */
export function refusalOf(command: string, { roles = [], departments = [] }: Access, language: Language): string {
  const t = commandTexts(language);
  const names = { admin: t("admins"), head: t("heads"), employee: t("employees") };
  const allowed = [...roles.map((role) => names[role]), ...(departments.length > 0 ? [t("departments")] : [])];
  return t("notAllowed", { command, who: allowed.join(language === "en" ? " and " : " или ") });
}
