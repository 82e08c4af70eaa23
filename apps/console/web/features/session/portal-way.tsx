import { Button, ErrorState, Field, Input } from "@botdeck/ui";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslations } from "use-intl";

import { postJson } from "./post-json.ts";
import { textOf } from "./text-of.ts";

type Way = "none" | "one" | "many";
type Failure = "unknown" | "unreachable" | "too_many";

/** Where the address of one's portal is kept from last time. */
const STORAGE_KEY = "botdeck.portal";

/** The way in by one's portal, where the console has one. Which portals there are it tells to nobody: one types one's own. */
export function PortalWay({ next }: { next: string | undefined }) {
  const t = useTranslations("entry.portal");
  const tCode = useTranslations("entry.code.failures");
  const way = useWay();
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (way === "none") return null;

  async function go(portal: string | null) {
    setIsBusy(true);
    const response = await postJson("/api/auth/bitrix24/start", { portal, next: next ?? null });
    if (response?.ok === true) {
      if (portal !== null) keepPortal(portal);
      const { url }: { url: string } = await response.json();
      window.location.assign(url);
      return;
    }
    setFailure(response?.status === 429 ? "too_many" : response?.status === 404 ? "unknown" : "unreachable");
    setIsBusy(false);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const portal = textOf(new FormData(event.currentTarget), "portal").trim();
    if (portal !== "") void go(portal);
  }

  return (
    <div className="mt-4 flex flex-col gap-4">
      <div className="flex items-center gap-3 text-sm text-ink-muted">
        <span className="h-px flex-1 bg-line" />
        {t("or")}
        <span className="h-px flex-1 bg-line" />
      </div>
      {failure !== null && <ErrorState title={failure === "unknown" ? t("unknown") : tCode(failure)} />}
      {isAsking ? (
        <form noValidate className="flex flex-col gap-4" onSubmit={submit}>
          <Field label={t("address")} hint={t("addressHint")}>
            <Input name="portal" inputMode="url" autoFocus defaultValue={keptPortal()} className="h-10" />
          </Field>
          <Button type="submit" size="lg" isBusy={isBusy}>
            {t("button")}
          </Button>
        </form>
      ) : (
        <Button size="lg" isBusy={isBusy} onClick={() => (way === "one" ? void go(null) : setIsAsking(true))}>
          {t("button")}
        </Button>
      )}
    </div>
  );
}

function useWay(): Way {
  const [way, setWay] = useState<Way>("none");
  useEffect(() => {
    let isShown = true;
    // Without an answer the password remains.
    void fetch("/api/auth/bitrix24")
      .then((response): Promise<{ way: Way }> => response.json())
      .then((said) => isShown && setWay(said.way))
      .catch(() => {});
    return () => void (isShown = false);
  }, []);
  return way;
}

function keptPortal(): string {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? "";
  } catch {
    return "";
  }
}

function keepPortal(portal: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, portal);
  } catch {
    // Storage is forbidden: one types it again.
  }
}
