import { Field, Input, Select, useToast } from "@botdeck/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { FormDialog } from "../../components/form-dialog.tsx";
import { failureOf, useTRPC } from "../../trpc.ts";
import { ORDER_KINDS } from "./order-kinds.ts";
import type { PortalDetails } from "./portal-look.tsx";

type Kind = (typeof ORDER_KINDS)[number];
const FIELDS = ["url", "login", "secret"] as const;

/** Says where orders are. The secret is written and never shown. */
export function OrdersDialog({ portal, onClose }: { portal: PortalDetails; onClose: () => void }) {
  const t = useTranslations("portals.orders.form");
  const tKinds = useTranslations("portals.orders.kinds");
  const tAll = useTranslations("portals.limits");
  const trpc = useTRPC();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { id: portalId, orders } = portal;
  const { data: ways } = useQuery(trpc.portal.ways.queryOptions());
  const { mutateAsync, isPending } = useMutation(trpc.portal.putOrders.mutationOptions());
  const [kind, setKind] = useState<Kind>(ORDER_KINDS.find((each) => each === orders?.kind) ?? "sale");
  const [url, setUrl] = useState(orders?.url ?? "");
  const [login, setLogin] = useState(orders?.login ?? "");
  const [secret, setSecret] = useState("");
  const [faults, setFaults] = useState<readonly string[]>([]);
  const faultOf = (field: (typeof FIELDS)[number]) => faults.includes(field) && t(`faults.${field}`);
  const isOther = faults.some((field) => !FIELDS.some((each) => each === field));

  async function submit(): Promise<void> {
    const seen = orders?.updatedAt ?? null;
    try {
      const given = kind === "sale" ? { url: "", login: "" } : { url, login };
      const answer = await mutateAsync({ portalId, kind, ...given, secret: secret === "" ? null : secret, seen });
      if (answer.kind === "refused") return setFaults(answer.fields);
      toast.show({ title: t("saved") });
      onClose();
    } catch (error) {
      toast.show({ title: tAll(failureOf(error).code === "CONFLICT" ? "conflict" : "failed"), tone: "danger" });
    }
    await queryClient.invalidateQueries(trpc.portal.get.queryFilter({ portalId }));
  }

  return (
    <FormDialog
      title={t("title")}
      text={portal.domain}
      labels={{ cancel: tAll("discard"), submit: tAll("save") }}
      isBusy={isPending}
      isDisabled={ways?.canSeal !== true}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      {ways?.canSeal === false && <p className="text-warning">{t("noKey")}</p>}
      <Field label={t("kind")}>
        <Select
          value={kind}
          options={ORDER_KINDS.map((value) => ({ value, label: tKinds(value) }))}
          onChange={setKind}
        />
      </Field>
      {kind !== "sale" && (
        <>
          <Field label={t("url")} hint={t(`urlHint.${kind}`)} error={faultOf("url")}>
            <Input value={url} inputMode="url" onChange={({ target }) => setUrl(target.value)} />
          </Field>
          <Field label={t("login")} hint={t("loginHint")} error={faultOf("login")}>
            <Input value={login} autoComplete="off" onChange={({ target }) => setLogin(target.value)} />
          </Field>
          <Field
            label={t("secret")}
            hint={t(orders?.hasSecret === true && orders.kind === kind ? "secretKept" : "secretNew")}
            error={faultOf("secret")}
          >
            <Input
              type="password"
              value={secret}
              autoComplete="new-password"
              onChange={({ target }) => setSecret(target.value)}
            />
          </Field>
        </>
      )}
      {isOther && (
        <p role="alert" className="text-danger">
          {t("faults.other")}
        </p>
      )}
    </FormDialog>
  );
}
