import { Button, Dialog, Field, Select, useToast } from "@botdeck/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { isAtLeast, type Role } from "../../../../server/roles.ts";
import { useLiveTopic } from "../../../live/live-context.ts";
import { useTRPC } from "../../../trpc.ts";
import { Section } from "../profile/section.tsx";
import { useTellFailure } from "../use-tell-failure.ts";

/** From the fewest people to the most. */
const CHOICES = ["nobody", "admin", "lead", "operator"] as const;
type Choice = (typeof CHOICES)[number];

/** From which role on people need a second factor. Asking it of more people is asked for, with how many have none. */
export function FactorPolicy() {
  const t = useTranslations("access.factorPolicy");
  const tAccess = useTranslations("access");
  const tApp = useTranslations("app");
  const tRoles = useTranslations("shell.roles");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const tellFailure = useTellFailure();
  const [asked, setAsked] = useState<Choice | null>(null);
  const { data: policy, refetch } = useQuery(trpc.accessPolicy.get.queryOptions());
  useLiveTopic("access", () => void refetch());
  const put = useMutation(
    trpc.accessPolicy.putSecondFactor.mutationOptions({
      onSuccess: ({ kind }) =>
        kind === "done" ? toast.show({ title: t("saved") }) : toast.show({ title: t("ownFirst"), tone: "danger" }),
      onError: (error) => tellFailure(error, t("conflict")),
      onSettled: () => queryClient.invalidateQueries(trpc.accessPolicy.pathFilter()),
    }),
  );
  if (policy === undefined) return null;
  const { from, least, without } = policy;
  const current = from ?? "nobody";
  const allowed = CHOICES.slice(CHOICES.indexOf(least ?? "nobody"));
  const save = (choice: Choice) => put.mutate({ from: choice === "nobody" ? null : choice, before: from });
  const lacking = (choice: Role) =>
    without.filter(({ role }) => isAtLeast(role as Role, choice)).reduce((sum, { count }) => sum + count, 0); // safe: the server stores no other
  const choose = (choice: Choice) => {
    if (choice === current || put.isPending) return;
    if (CHOICES.indexOf(choice) > CHOICES.indexOf(current)) setAsked(choice);
    else save(choice);
  };
  return (
    <Section title={t("title")} text={t("text")}>
      <Field label={t("label")} hint={least === null ? undefined : t("least", { role: tRoles(least) })}>
        <Select
          className="w-full max-w-96"
          value={current}
          options={allowed.map((value) => ({ value, label: t(`choices.${value}`) }))}
          onChange={choose}
        />
      </Field>
      {asked !== null && asked !== "nobody" && (
        <Dialog
          isOpen
          onOpenChange={() => setAsked(null)}
          title={t("askTitle")}
          text={`${t(`choices.${asked}`)}. ${t("askText", { count: lacking(asked) })}`}
          closeLabel={tApp("close")}
          footer={
            <>
              <Button onClick={() => setAsked(null)}>{tAccess("cancel")}</Button>
              <Button
                variant="primary"
                onClick={() => {
                  setAsked(null);
                  save(asked);
                }}
              >
                {t("askAction")}
              </Button>
            </>
          }
        />
      )}
    </Section>
  );
}
