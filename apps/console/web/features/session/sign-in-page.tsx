import { Button, ErrorState, Field, Input } from "@botdeck/ui";
import { useRouter } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";

import { useTitle } from "../../components/use-title.ts";
import { RoomTexts } from "../../i18n/room-texts.tsx";
import { useTRPCClient } from "../../trpc.ts";
import { CodeStep } from "./code-step.tsx";
import { EntryFrame } from "./entry-frame.tsx";
import { PortalWay } from "./portal-way.tsx";
import { RefusalNote } from "./refusal-note.tsx";
import type { Refusal } from "./refusals.ts";
import { safeNext } from "./safe-next.ts";
import { signIn, type SignInOutcome } from "./sign-in.ts";
import { textOf } from "./text-of.ts";

type Failure = Exclude<SignInOutcome, { kind: "in" | "code" }>;
type Missing = { email: boolean; password: boolean };

type Props = {
  next: string | undefined;
  /** Who comes back from their portal and has a second factor begins with it. */
  isCodeFirst: boolean;
  /** Why one came back from a portal and is not in. */
  refused: Refusal | undefined;
};

export function SignInPage({ next, isCodeFirst, refused }: Props) {
  const t = useTranslations("signIn");
  const router = useRouter();
  const client = useTRPCClient();
  const [isCodeAsked, setIsCodeAsked] = useState(isCodeFirst);
  const [isBusy, setIsBusy] = useState(false);
  const [missing, setMissing] = useState<Missing>({ email: false, password: false });
  const [failure, setFailure] = useState<Failure | null>(null);
  useTitle(t("title"));

  const enter = () => router.navigate({ href: safeNext(next), replace: true });
  /** Whose role needs a second factor they have not set up is led to where that is done. */
  async function enterByPassword() {
    const lacksFactor = await client.session.me.query().then(
      (me) => me.lacksSecondFactor,
      () => false,
    );
    await (lacksFactor ? router.navigate({ to: "/access", replace: true }) : enter());
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = textOf(form, "email").trim();
    const password = textOf(form, "password");
    setMissing({ email: email === "", password: password === "" });
    if (email === "" || password === "") return;
    setIsBusy(true);
    const outcome = await signIn(email, password);
    setFailure(outcome.kind === "in" || outcome.kind === "code" ? null : outcome);
    if (outcome.kind === "in") await enterByPassword();
    if (outcome.kind === "code") setIsCodeAsked(true);
    setIsBusy(false);
  }

  if (isCodeAsked) {
    return (
      <RoomTexts room="entry" fallback={null}>
        <CodeStep onIn={enter} onAgain={() => setIsCodeAsked(false)} />
      </RoomTexts>
    );
  }
  return (
    <EntryFrame title={t("title")} text={t("text")}>
      {refused !== undefined && (
        <RoomTexts room="entry" fallback={null}>
          <RefusalNote why={refused} />
        </RoomTexts>
      )}
      <form noValidate className="mt-5 flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        {failure !== null && <ErrorState title={failureText(t, failure)} />}
        <Field label={t("email")} error={missing.email && t("emailMissing")}>
          <Input name="email" type="email" autoComplete="username" autoFocus className="h-10" />
        </Field>
        <Field label={t("password")} error={missing.password && t("passwordMissing")}>
          <Input name="password" type="password" autoComplete="current-password" className="h-10" />
        </Field>
        <Button type="submit" variant="primary" size="lg" isBusy={isBusy} className="mt-1">
          {t("submit")}
        </Button>
      </form>
      <RoomTexts room="entry" fallback={null}>
        <PortalWay next={next} />
      </RoomTexts>
    </EntryFrame>
  );
}

type Translate = ReturnType<typeof useTranslations<"signIn">>;

function failureText(t: Translate, failure: Failure): string {
  if (failure.kind === "too_many") return t("tooMany", { seconds: failure.seconds });
  return t(failure.kind === "wrong" ? "wrong" : "unreachable");
}
