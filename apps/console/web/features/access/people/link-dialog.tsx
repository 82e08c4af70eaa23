import { Button, Dialog } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { CopiedText } from "../../../components/copied-text.tsx";
import { useDayTime } from "../use-day-time.ts";
import type { PasswordLink } from "./person-types.ts";

type Props = { link: PasswordLink; onClose: () => void };

/** A link by which somebody chooses their password; it is gone when this is closed. */
export function LinkDialog({ link: { name, url, expiresAt }, onClose }: Props) {
  const t = useTranslations("access");
  const tApp = useTranslations("app");
  const dayTime = useDayTime();
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("people.link.title", { name })}
      text={t("people.link.text", { date: dayTime(expiresAt) })}
      closeLabel={tApp("close")}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t("people.link.done")}
        </Button>
      }
    >
      <CopiedText label={t("people.link.label")} text={url} />
    </Dialog>
  );
}
