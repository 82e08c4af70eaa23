import { Button, cn, Dialog, Field, Input } from "@botdeck/ui";
import { useState } from "react";
import { useTranslations } from "use-intl";

import type { Hook } from "./source-card.tsx";
import { useTestHook } from "./use-test-hook.ts";

/** As short as a secret may be. */
const LEAST_SECRET = 16;

/** Tries a source out: a problem, and its end, by the gateway's door. */
export function TestHook({ portalId, hook, onClose }: { portalId: string; hook: Hook; onClose: () => void }) {
  const t = useTranslations("notifications.sources.trial");
  const tApp = useTranslations("app");
  const { send, tried, isPending } = useTestHook(portalId, hook.id);
  const [secret, setSecret] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const post = (isOver: boolean) => {
    const isShort = secret.trim().length < LEAST_SECRET;
    setIsMissing(isShort);
    if (!isShort) send(secret.trim(), isOver);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name: hook.name })}
      text={t("text")}
      closeLabel={tApp("close")}
      footer={
        <>
          <Button disabled={isPending} onClick={() => post(true)}>
            {t("over")}
          </Button>
          <Button variant="primary" isBusy={isPending} onClick={() => post(false)}>
            {t("problem")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label={t("secret")} hint={t("secretHint")} error={isMissing && t("secretMissing")}>
          <Input
            type="password"
            autoComplete="off"
            value={secret}
            onChange={({ target }) => setSecret(target.value)}
            className="font-mono"
          />
        </Field>
        <p role="status" className={cn("wrap-anywhere", tried?.isTaken === true ? "text-human" : "text-danger")}>
          {tried?.text}
        </p>
      </div>
    </Dialog>
  );
}
