import { Card, Field, Select } from "@botdeck/ui";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../trpc.ts";
import { DeskForm } from "./desk-form.tsx";
import { Nlu } from "./nlu.tsx";
import { Orders } from "./orders.tsx";
import type { PortalDetails } from "./portal-look.tsx";
import { ReasonDialog } from "../../components/reason-dialog.tsx";
import { useRole } from "./use-role.ts";
import { useSave } from "./use-save.ts";

/** What people set about a portal. */
export function Served({ portal }: { portal: PortalDetails }) {
  const t = useTranslations("portals.limits");
  const { isAdmin } = useRole();
  const mayChange = isAdmin && portal.state !== "removed";
  return (
    <section aria-labelledby="served" className="flex flex-col gap-3">
      <header className="flex flex-wrap items-baseline gap-x-3">
        <h2 id="served" className="font-semibold">
          {t("title")}
        </h2>
        {!isAdmin && <p className="text-sm text-ink-muted">{t("readOnly")}</p>}
      </header>
      <div className="grid gap-3 lg:grid-cols-2">
        <Budget portal={portal} mayChange={mayChange} />
        <Rights portal={portal} mayChange={mayChange} />
      </div>
      {/* Another's change shows at once: the form begins anew with it. */}
      <DeskForm key={JSON.stringify(portal.desk)} portal={portal} mayChange={mayChange} />
      <div className="grid gap-3 lg:grid-cols-2">
        <Orders portal={portal} mayChange={mayChange} />
        <Nlu nlu={portal.nlu} />
      </div>
    </section>
  );
}

type Props = { portal: PortalDetails; mayChange: boolean };

const LIMITS = ["standard", "enterprise"] as const;

function Budget({ portal, mayChange }: Props) {
  const t = useTranslations("portals.limits");
  const save = useSave(portal.id);
  const { mutateAsync } = useMutation(useTRPC().portal.setRequestLimit.mutationOptions());
  return (
    <Card>
      <Field label={t("requestLimit")} hint={t("requestLimitHint")}>
        {mayChange ? (
          <Select
            value={portal.requestLimit}
            options={LIMITS.map((value) => ({ value, label: t(`requestLimits.${value}`) }))}
            onChange={(requestLimit) =>
              void save(() => mutateAsync({ portalId: portal.id, requestLimit, before: portal.requestLimit }))
            }
          />
        ) : (
          <p>{t(`requestLimits.${portal.requestLimit}`)}</p>
        )}
      </Field>
    </Card>
  );
}

const RIGHTS = ["person", "owner"] as const;

function Rights({ portal, mayChange }: Props) {
  const t = useTranslations("portals.limits");
  const save = useSave(portal.id);
  const { mutateAsync, isPending } = useMutation(useTRPC().portal.setRights.mutationOptions());
  const [isAsking, setIsAsking] = useState(false);
  // Of two, whoever wants one has seen the other; the page may show another's choice by the time the reason is written.
  const set = (rights: (typeof RIGHTS)[number], reason: string) =>
    save(() => mutateAsync({ portalId: portal.id, rights, before: rights === "owner" ? "person" : "owner", reason }));
  return (
    <Card>
      <Field label={t("rights")} hint={t(`rightsHint.${portal.auth}`)}>
        {mayChange && portal.auth === "webhook" ? (
          <Select
            value={portal.rights}
            options={RIGHTS.map((value) => ({ value, label: t(`rightsOf.${value}`) }))}
            onChange={(rights) => {
              if (rights === portal.rights) return;
              if (rights === "owner") setIsAsking(true);
              else void set(rights, "");
            }}
          />
        ) : (
          <p>{t(`rightsOf.${portal.rights}`)}</p>
        )}
      </Field>
      {isAsking && (
        <ReasonDialog
          title={t("rightsAsk.title")}
          text={t("rightsAsk.text")}
          labels={{
            reason: t("reason"),
            reasonHint: t("reasonHint"),
            reasonMissing: t("reasonMissing"),
            cancel: t("rightsAsk.cancel"),
            submit: t("rightsAsk.submit"),
          }}
          isBusy={isPending}
          onClose={() => setIsAsking(false)}
          onSubmit={(reason) => void set("owner", reason).then(() => setIsAsking(false))}
        />
      )}
    </Card>
  );
}
