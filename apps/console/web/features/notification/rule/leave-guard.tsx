import { Button, Dialog } from "@botdeck/ui";
import { useBlocker } from "@tanstack/react-router";
import { useTranslations } from "use-intl";

/** Asks before something that was written and not saved is left. */
export function LeaveGuard({ isNeeded }: { isNeeded: () => boolean }) {
  const t = useTranslations("notifications.rule");
  const tApp = useTranslations("app");
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: isNeeded,
    enableBeforeUnload: isNeeded,
    withResolver: true,
  });
  if (status !== "blocked") return null;
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && reset()}
      title={t("leaveTitle")}
      text={t("leaveText")}
      closeLabel={tApp("close")}
      footer={
        <>
          <Button onClick={proceed}>{t("leave")}</Button>
          <Button variant="primary" onClick={reset}>
            {t("stay")}
          </Button>
        </>
      }
    />
  );
}
