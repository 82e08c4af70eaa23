import { Field, Select, useToast } from "@botdeck/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import { Section } from "../profile/section.tsx";
import { useTellFailure } from "../use-tell-failure.ts";

/** From the fewest people to the most. */
const CHOICES = ["nobody", "admin", "lead", "operator"] as const;

/** From which role on people need a second factor. */
export function FactorPolicy() {
  const t = useTranslations("access.factorPolicy");
  const tRoles = useTranslations("shell.roles");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const tellFailure = useTellFailure();
  const { data: policy } = useQuery(trpc.accessPolicy.get.queryOptions());
  const put = useMutation(
    trpc.accessPolicy.putSecondFactor.mutationOptions({
      onSuccess: () => toast.show({ title: t("saved") }),
      onError: (error) => tellFailure(error, t("ownFirst")),
      onSettled: () => queryClient.invalidateQueries(trpc.accessPolicy.pathFilter()),
    }),
  );
  if (policy === undefined) return null;
  const { from, least } = policy;
  const allowed = CHOICES.slice(CHOICES.indexOf(least ?? "nobody"));
  return (
    <Section title={t("title")} text={t("text")}>
      <Field label={t("label")} hint={least === null ? undefined : t("least", { role: tRoles(least) })}>
        <Select
          className="w-full max-w-96"
          value={from ?? "nobody"}
          options={allowed.map((value) => ({ value, label: t(`choices.${value}`) }))}
          onChange={(value) => put.mutate({ from: value === "nobody" ? null : value })}
        />
      </Field>
    </Section>
  );
}
