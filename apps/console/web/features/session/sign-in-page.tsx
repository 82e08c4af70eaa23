import { Button, Card, ErrorState, Field, Input } from "@botdeck/ui";
import { useRouter } from "@tanstack/react-router";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslations } from "use-intl";

import { Brand } from "../../components/brand.tsx";
import { LanguageMenu } from "../../components/language-menu.tsx";
import { ThemeMenu } from "../../components/theme-menu.tsx";
import { safeNext } from "./safe-next.ts";
import { signIn, type SignInOutcome } from "./sign-in.ts";

type Missing = { email: boolean; password: boolean };

export function SignInPage({ next }: { next: string | undefined }) {
  const t = useTranslations();
  const router = useRouter();
  const [isBusy, setIsBusy] = useState(false);
  const [missing, setMissing] = useState<Missing>({ email: false, password: false });
  const [outcome, setOutcome] = useState<SignInOutcome | null>(null);
  useEffect(() => {
    document.title = `${t("signIn.title")} · ${t("app.name")}`;
  }, [t]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = textOf(form, "email").trim();
    const password = textOf(form, "password");
    setMissing({ email: email === "", password: password === "" });
    if (email === "" || password === "") return;
    setIsBusy(true);
    const result = await signIn(email, password);
    setOutcome(result);
    if (result.kind === "in") await router.navigate({ href: safeNext(next), replace: true });
    setIsBusy(false);
  }

  return (
    <main className="flex min-h-dvh flex-col items-center px-4 pt-[14dvh] pb-8">
      <Card className="w-full max-w-sm p-6">
        <div className="flex items-start justify-between">
          <Brand />
          <div className="-mt-1 -mr-2 flex">
            <LanguageMenu />
            <ThemeMenu />
          </div>
        </div>
        <h1 className="mt-6 text-xl font-semibold tracking-tight">{t("signIn.title")}</h1>
        <p className="text-ink-muted">{t("signIn.text")}</p>
        <form noValidate className="mt-5 flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
          {outcome !== null && outcome.kind !== "in" && <ErrorState title={outcomeText(t, outcome)} />}
          <Field label={t("signIn.email")} error={missing.email && t("signIn.emailMissing")}>
            <Input name="email" type="email" autoComplete="username" autoFocus className="h-10" />
          </Field>
          <Field label={t("signIn.password")} error={missing.password && t("signIn.passwordMissing")}>
            <Input name="password" type="password" autoComplete="current-password" className="h-10" />
          </Field>
          <Button type="submit" variant="primary" size="lg" isBusy={isBusy} className="mt-1">
            {t("signIn.submit")}
          </Button>
        </form>
      </Card>
    </main>
  );
}

type Translate = ReturnType<typeof useTranslations<never>>;

function outcomeText(t: Translate, outcome: Exclude<SignInOutcome, { kind: "in" }>): string {
  if (outcome.kind === "too_many") return t("signIn.tooMany", { seconds: outcome.seconds });
  return t(outcome.kind === "wrong" ? "signIn.wrong" : "signIn.unreachable");
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
