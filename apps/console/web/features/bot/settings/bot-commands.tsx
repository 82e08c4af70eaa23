import { useLocale, useTranslations } from "use-intl";

import type { KnownDetails } from "./settings-form.tsx";

type Command = KnownDetails["commands"][number];
const ROLES = ["admin", "head", "employee"] as const;

/** What the bot may be told after a slash, and by whom. */
export function BotCommands({ commands }: { commands: readonly Command[] }) {
  const t = useTranslations("bots");
  const locale = useLocale();
  const whoOf = useWho();
  if (commands.length === 0) return null;
  return (
    <section aria-labelledby="commands" className="flex flex-col gap-2">
      <header>
        <h2 id="commands" className="font-semibold">
          {t("commands")}
        </h2>
        <p className="text-ink-muted">{t("commandsText")}</p>
      </header>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {commands.map((command) => (
          <li key={command.name} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-2.5">
            <code className="w-36 font-mono text-sm">/{command.name}</code>
            <p className="min-w-0 flex-1 basis-40">{command.title[locale === "ru" ? "ru" : "en"]}</p>
            <p className="text-sm text-ink-muted">{whoOf(command)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useWho(): (command: Command) => string {
  const t = useTranslations("bots");
  return ({ roles, departments }) => {
    if (roles === null && departments === null) return t("everybody");
    const named = ROLES.filter((role) => roles?.includes(role) === true).map((role) => t(`roles.${role}`));
    const count = departments?.length ?? 0;
    return [...named, ...(count > 0 ? [t("departments", { count })] : [])].join(", ");
  };
}
