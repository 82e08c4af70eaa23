import { useTranslations } from "use-intl";

import type { Target } from "./draft.ts";

const MINUTE = 60;
const HOUR = 3_600;

/** A length of time in the largest unit that it is a whole number of. */
export function useLength(): (seconds: number) => string {
  const t = useTranslations("notifications.policies");
  return (seconds) => {
    if (seconds % HOUR === 0) return t("hours", { count: seconds / HOUR });
    return seconds % MINUTE === 0 ? t("minutes", { count: seconds / MINUTE }) : t("seconds", { count: seconds });
  };
}

type Known = {
  rotas: readonly { id: string; name: string }[] | undefined;
  people: Readonly<Record<string, string>>;
};

/** Whom a level pages, in words. */
export function useTargetName({ rotas, people }: Known): (target: Target) => string {
  const t = useTranslations("notifications");
  return (target) => {
    switch (target.kind) {
      case "rota": {
        const name = rotas?.find(({ id }) => id === target.rotaId)?.name;
        if (rotas === undefined) return t("policies.form.kinds.rota");
        return name === undefined ? t("policies.targets.unknownRota") : t("policies.targets.rota", { name });
      }
      case "person":
        return t("policies.targets.person", { name: people[target.id] ?? t("onCall.person", { id: target.id }) });
      case "chat":
        return t("policies.targets.chat", { id: target.dialogId });
      case "heads":
        return t("policies.targets.heads");
    }
  };
}
