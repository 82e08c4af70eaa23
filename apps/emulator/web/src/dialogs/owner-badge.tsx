import { StatusBadge, type Tone } from "@botdeck/ui";
import { useTranslations } from "use-intl";
import type { Dialog, LineOwner, Person } from "../api/types.ts";

const TONE: Record<LineOwner, Tone> = { bot: "bot", queue: "warning", operator: "human", closed: "neutral" };

/** Who answers an open line now; nothing in other chats. */
export function OwnerBadge({ dialog, people }: { dialog: Dialog; people: Person[] }) {
  const t = useTranslations("owner");
  const { lineOwner: owner, operatorId } = dialog;
  if (!owner) return null;
  const operator = owner === "operator" ? people.find((person) => person.id === operatorId) : undefined;
  return (
    <StatusBadge tone={TONE[owner]} data-line-owner={owner}>
      {operator ? t("operatorNamed", { name: operator.name }) : t(owner)}
    </StatusBadge>
  );
}
