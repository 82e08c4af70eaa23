import { Avatar, Tooltip } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { useViewers } from "./use-viewers.ts";

/** More of them stand in a number. */
const MOST_FACES = 3;

/** Who else looks at the conversation, as faces. */
export function Viewers({ conversationId }: { conversationId: string }) {
  const t = useTranslations("desk");
  const viewers = useViewers(conversationId);
  if (viewers.length === 0) return null;
  const names = viewers.map(({ name }) => name).join(", ");
  const label = t("alsoLooks", { names });
  return (
    <Tooltip text={label}>
      <span role="img" aria-label={label} tabIndex={0} data-viewers className="flex shrink-0 items-center -space-x-1.5">
        {viewers.slice(0, MOST_FACES).map(({ id, name }) => (
          <Avatar key={id} name={name} size="sm" className="ring-2 ring-surface" />
        ))}
        {viewers.length > MOST_FACES && (
          <span className="pl-2.5 text-xs text-ink-muted">+{viewers.length - MOST_FACES}</span>
        )}
      </span>
    </Tooltip>
  );
}
