import { Badge, Button } from "@botdeck/ui";
import { ArrowDown } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";

/** Stands over the messages while the reader is further up, with the number of those that came since. */
export function JumpToEnd({ total, onJump }: { total: number; onJump: () => void }) {
  const t = useTranslations("chat");
  const [totalAtStart] = useState(total);
  const count = Math.max(total - totalAtStart, 0);
  return (
    <Button aria-label={t("toEnd", { count })} className="rounded-full px-2 shadow-popup" onClick={onJump}>
      <ArrowDown aria-hidden />
      {count > 0 && <Badge className="bg-accent text-accent-ink">{count}</Badge>}
    </Button>
  );
}
