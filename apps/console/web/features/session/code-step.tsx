import { Button, ErrorState, Field, Input } from "@botdeck/ui";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";

import { EntryFrame } from "./entry-frame.tsx";
import { type CodeFailure, enterCode } from "./enter-code.ts";
import { textOf } from "./text-of.ts";

type Props = { onIn: () => Promise<void>; onAgain: () => void };

/** The second step of a sign-in: a code from the app, or one of those kept for when it is lost. */
export function CodeStep({ onIn, onAgain }: Props) {
  const t = useTranslations("entry.code");
  const [kind, setKind] = useState<"app" | "backup">("app");
  const [isMissing, setIsMissing] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<CodeFailure | null>(null);
  const isApp = kind === "app";

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = textOf(new FormData(event.currentTarget), "code").replaceAll(/\s/g, "");
    const isWhole = isApp ? /^\d{6}$/.test(code) : code !== "";
    setIsMissing(!isWhole);
    if (!isWhole) return;
    setIsBusy(true);
    const why = await enterCode(code, kind);
    setFailure(why);
    if (why === null) await onIn();
    setIsBusy(false);
  }

  function change(next: "app" | "backup") {
    setKind(next);
    setIsMissing(false);
    setFailure(null);
  }

  return (
    <EntryFrame title={t("title")} text={t(isApp ? "text" : "backupText")}>
      <form key={kind} noValidate className="mt-5 flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        {failure !== null && <ErrorState title={t(`failures.${failure}`)} />}
        <Field label={t(isApp ? "label" : "backupLabel")} error={isMissing && t(isApp ? "missing" : "backupMissing")}>
          <Input
            name="code"
            autoComplete="one-time-code"
            inputMode={isApp ? "numeric" : "text"}
            maxLength={isApp ? 7 : 20}
            autoFocus
            className="h-10 font-mono tracking-widest"
          />
        </Field>
        <Button type="submit" variant="primary" size="lg" isBusy={isBusy}>
          {t("submit")}
        </Button>
        <div className="-mt-1 flex flex-col items-center gap-1">
          <Button
            variant="ghost"
            size="sm"
            className="h-auto py-1 whitespace-normal"
            onClick={() => change(isApp ? "backup" : "app")}
          >
            {t(isApp ? "toBackup" : "toApp")}
          </Button>
          <Button variant="ghost" size="sm" onClick={onAgain}>
            {t("again")}
          </Button>
        </div>
      </form>
    </EntryFrame>
  );
}
