import { Button, StatusBadge, useToast } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import { useTellFailure } from "../use-tell-failure.ts";
import { BackupCodes } from "./backup-codes.tsx";
import { ConfirmPassword } from "./confirm-password.tsx";
import type { Account } from "./profile-page.tsx";
import { Section } from "./section.tsx";

// The picture's maths is needed once in a log-in's life.
const ScanDialog = lazy(() => import("./scan-dialog.tsx").then((module) => ({ default: module.ScanDialog })));

type Made = { uri: string; backupCodes: string[] };
type Step =
  | { name: "setUp" | "remove" | "newCodes" }
  | { name: "scan"; made: Made }
  | { name: "codes"; codes: string[] };

/** The second factor: setting it up, its codes, and the way back. */
export function FactorSection({ account }: { account: Account }) {
  const t = useTranslations("access.factor");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const tellFailure = useTellFailure();
  const begin = useMutation(trpc.account.beginSecondFactor.mutationOptions());
  const disable = useMutation(trpc.account.disableSecondFactor.mutationOptions());
  const renew = useMutation(trpc.account.newBackupCodes.mutationOptions());
  const [step, setStep] = useState<Step | null>(null);
  const close = () => setStep(null);
  // The role may depend on it: every page goes by what `session.me` says.
  const read = () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.account.get.queryFilter()),
      queryClient.invalidateQueries(trpc.session.me.queryFilter()),
    ]);

  /** Each takes the password and tells whether it was right; what else may fail is said in a corner. */
  const confirms = {
    async setUp(password: string) {
      const made = await begin.mutateAsync({ password });
      if (made !== null) setStep((now) => (now?.name === "setUp" ? { name: "scan", made } : now));
      return made !== null;
    },
    async remove(password: string) {
      const { isRight } = await disable.mutateAsync({ password });
      if (!isRight) return false;
      setStep((now) => (now?.name === "remove" ? null : now));
      toast.show({ title: t("removed") });
      await read();
      return true;
    },
    async newCodes(password: string) {
      const codes = await renew.mutateAsync({ password });
      if (codes !== null) setStep({ name: "codes", codes });
      return codes !== null;
    },
  };

  return (
    <Section
      title={t("title")}
      text={t(account.hasSecondFactor ? "textOn" : account.hasPassword ? "textOff" : "textNoPassword")}
      badge={
        <StatusBadge tone={account.hasSecondFactor ? "human" : "neutral"}>
          {t(account.hasSecondFactor ? "on" : "off")}
        </StatusBadge>
      }
      action={
        account.hasSecondFactor ? (
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setStep({ name: "newCodes" })}>{t("newCodes")}</Button>
            <Button onClick={() => setStep({ name: "remove" })}>{t("remove")}</Button>
          </div>
        ) : (
          account.hasPassword && (
            <Button variant="primary" onClick={() => setStep({ name: "setUp" })}>
              {t("setUp")}
            </Button>
          )
        )
      }
    >
      {(step?.name === "setUp" || step?.name === "remove" || step?.name === "newCodes") && (
        <ConfirmPassword
          key={step.name}
          title={t(`confirm.${step.name}`)}
          text={t(`confirm.${step.name}Text`)}
          submit={step.name === "remove" ? t("remove") : t("confirm.next")}
          isDangerous={step.name === "remove"}
          isBusy={begin.isPending || disable.isPending || renew.isPending}
          onClose={close}
          onConfirm={async (password) => {
            try {
              return await confirms[step.name](password);
            } catch (error) {
              tellFailure(error);
              return true;
            }
          }}
        />
      )}
      {step?.name === "scan" && (
        <Suspense fallback={null}>
          <ScanDialog
            uri={step.made.uri}
            onClose={close}
            onDone={() => {
              setStep({ name: "codes", codes: step.made.backupCodes });
              toast.show({ title: t("switchedOn") });
              void read();
            }}
          />
        </Suspense>
      )}
      {step?.name === "codes" && <BackupCodes codes={step.codes} onClose={close} />}
    </Section>
  );
}
