import { Button, buttonLook, ErrorState, Field, Input } from "@botdeck/ui";
import { Link } from "@tanstack/react-router";
import { Check } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";

import { useTitle } from "../../components/use-title.ts";
import { EntryFrame } from "./entry-frame.tsx";
import { postJson } from "./post-json.ts";
import { textOf } from "./text-of.ts";

const MIN_LENGTH = 8;

type Failure = "over" | "tooMany" | "unreachable";

/** Somebody who was given a link chooses their password. */
export function SetPasswordPage() {
  const t = useTranslations("entry.setPassword");
  const [token] = useState(() => window.location.hash.slice(1));
  const [isBusy, setIsBusy] = useState(false);
  const [isDone, setIsDone] = useState(false);
  const [faults, setFaults] = useState({ isShort: false, isDifferent: false });
  const [failure, setFailure] = useState<Failure | null>(null);
  useTitle(t("title"));

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = textOf(form, "password");
    const isShort = password.length < MIN_LENGTH;
    const isDifferent = !isShort && password !== textOf(form, "again");
    setFaults({ isShort, isDifferent });
    if (isShort || isDifferent) return;
    setIsBusy(true);
    const response = await postJson("/api/auth/set-password", { token, password });
    setFailure(failureOf(response));
    setIsDone(response?.ok === true);
    setIsBusy(false);
  }

  if (isDone) {
    return (
      <EntryFrame title={t("done")} text={t("text")}>
        <Link to="/login" className={`${buttonLook({ variant: "primary", size: "lg" })} mt-5 w-full`}>
          <Check aria-hidden />
          {t("toSignIn")}
        </Link>
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={t("title")} text={t("text")}>
      <form noValidate className="mt-5 flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        {failure !== null && <ErrorState title={t(failure)} />}
        <Field label={t("password")} hint={t("hint")} error={faults.isShort && t("short")}>
          <Input name="password" type="password" autoComplete="new-password" autoFocus className="h-10" />
        </Field>
        <Field label={t("again")} error={faults.isDifferent && t("different")}>
          <Input name="again" type="password" autoComplete="new-password" className="h-10" />
        </Field>
        <Button type="submit" variant="primary" size="lg" isBusy={isBusy} className="mt-1">
          {t("submit")}
        </Button>
      </form>
    </EntryFrame>
  );
}

function failureOf(response: Response | null): Failure | null {
  if (response?.ok === true) return null;
  if (response?.status === 410 || response?.status === 400) return "over";
  return response?.status === 429 ? "tooMany" : "unreachable";
}
