import { Field, Input } from "@botdeck/ui";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { CopiedText } from "../../../components/copied-text.tsx";
import { FormDialog } from "../../../components/form-dialog.tsx";
import { useTRPC } from "../../../trpc.ts";
import { useTellFailure } from "../use-tell-failure.ts";
import { QrPicture } from "./qr-picture.tsx";

type Props = { uri: string; onClose: () => void; onDone: () => void };

/** Hands the secret over to an authenticator app, and makes sure that the app has it. */
export function ScanDialog({ uri, onClose, onDone }: Props) {
  const t = useTranslations("access.factor");
  const tRoom = useTranslations("access");
  const tellFailure = useTellFailure();
  const { mutateAsync, isPending } = useMutation(useTRPC().account.confirmSecondFactor.mutationOptions());
  const [code, setCode] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const secret = new URL(uri).searchParams.get("secret") ?? "";

  async function confirm() {
    const digits = code.replaceAll(/\s/g, "");
    if (!/^\d{6}$/.test(digits)) return setFault(t("scan.codeMissing"));
    try {
      const { isRight } = await mutateAsync({ code: digits });
      if (isRight) onDone();
      else setFault(t("scan.wrong"));
    } catch (error) {
      tellFailure(error);
    }
  }

  return (
    <FormDialog
      title={t("confirm.setUp")}
      text={t("scan.text")}
      labels={{ cancel: tRoom("cancel"), submit: t("scan.submit") }}
      isBusy={isPending}
      onClose={onClose}
      onSubmit={() => void confirm()}
    >
      <div className="flex justify-center">
        <QrPicture text={uri} label={t("scan.picture")} />
      </div>
      <CopiedText label={t("scan.secret")} text={(secret.match(/.{1,4}/g) ?? []).join(" ")} />
      <Field label={t("scan.code")} error={fault ?? false}>
        <Input
          value={code}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          maxLength={7}
          className="max-w-40 font-mono tracking-widest"
          onChange={({ target }) => setCode(target.value)}
        />
      </Field>
    </FormDialog>
  );
}
