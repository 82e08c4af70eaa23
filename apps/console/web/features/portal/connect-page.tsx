import { Button, Card, cn, Field, Input, useToast } from "@botdeck/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";

import { CopiedText } from "../../components/copied-text.tsx";
import { useTRPC } from "../../trpc.ts";
import { PortalFrame } from "./portal-frame.tsx";

export const WAYS = ["webhook", "app"] as const;
type Way = (typeof WAYS)[number];

const SCOPES = "imbot, im, imopenlines, task";
const STORE_SCOPES = "crm, catalog, disk, sale";
const COMMAND = "node apps/worker/src/connect.ts --portal https://your-portal.bitrix24.com/rest/1/…/";
const NO_GATEWAY = "https://<gateway>";

/** How a portal is connected, step by step: by its inbound webhook, or by the app that it installs. */
export function ConnectPage({ way }: { way: Way }) {
  const t = useTranslations("portals.connecting");
  const { data, error, refetch } = useQuery(useTRPC().portal.ways.queryOptions());
  return (
    <PortalFrame
      title={t("title")}
      isBelowList
      isPending={data === undefined}
      error={data === undefined ? error : null}
      failed={t("webhook.failed")}
      onRetry={() => void refetch()}
    >
      <nav aria-label={t("ways.label")} className="flex gap-4 border-b border-line">
        {WAYS.map((each) => (
          <Link
            key={each}
            to="/portals/connect"
            search={{ way: each }}
            aria-current={each === way ? "page" : undefined}
            className={cn(
              "-mb-px border-b-2 py-2 font-medium",
              each === way ? "border-accent text-ink" : "border-transparent text-ink-muted hover:text-ink",
            )}
          >
            {t(`ways.${each}`)}
          </Link>
        ))}
      </nav>
      {way === "webhook" && <ByWebhook canSeal={data?.canSeal === true} />}
      {way === "app" && <ByApp gatewayUrl={data?.gatewayUrl ?? null} />}
    </PortalFrame>
  );
}

function Step({ number, text, children }: { number: number; text: string; children?: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span
        aria-hidden
        className="flex size-6 shrink-0 items-center justify-center rounded-full bg-sunken text-sm font-semibold tabular-nums"
      >
        {number}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-2 pt-0.5">
        <p className="text-pretty">{text}</p>
        {children}
      </div>
    </li>
  );
}

function ByWebhook({ canSeal }: { canSeal: boolean }) {
  const t = useTranslations("portals.connecting.webhook");
  const toast = useToast();
  const navigate = useNavigate();
  const { mutateAsync, isPending } = useMutation(useTRPC().portal.connect.mutationOptions());
  const [url, setUrl] = useState("");
  type Fault = Extract<Awaited<ReturnType<typeof mutateAsync>>, { kind: "refused" }>["reason"];
  const [fault, setFault] = useState<Fault | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    try {
      const answer = await mutateAsync({ url });
      if (answer.kind === "refused") return setFault(answer.reason);
      await navigate({ to: "/portals/$portalId", params: { portalId: answer.portalId } });
    } catch {
      toast.show({ title: t("failed"), tone: "danger" });
    }
  }

  return (
    <>
      <p className="text-pretty text-ink-muted">{t("text")}</p>
      <ol className="flex flex-col gap-4">
        <Step number={1} text={t("steps.one")} />
        <Step number={2} text={t("steps.two", { scopes: SCOPES, more: STORE_SCOPES })} />
        <Step number={3} text={t("steps.three")}>
          {canSeal ? (
            <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3" noValidate>
              <Field label={t("url")} hint={t("urlHint")} error={fault !== null && t(`faults.${fault}`)}>
                <Input
                  type="password"
                  autoComplete="off"
                  inputMode="url"
                  value={url}
                  placeholder="https://your-portal.bitrix24.com/rest/1/…/"
                  onChange={({ target }) => {
                    setUrl(target.value);
                    setFault(null);
                  }}
                />
              </Field>
              <Button type="submit" variant="primary" isBusy={isPending} className="self-start">
                {t("submit")}
              </Button>
            </form>
          ) : (
            <Card className="flex flex-col gap-2">
              <p className="font-medium">{t("noKey.title")}</p>
              <p className="text-pretty">{t("noKey.text")}</p>
              <CopiedText text={COMMAND} />
            </Card>
          )}
        </Step>
      </ol>
    </>
  );
}

function ByApp({ gatewayUrl }: { gatewayUrl: string | null }) {
  const t = useTranslations("portals.connecting.app");
  const base = gatewayUrl === null ? NO_GATEWAY : new URL(gatewayUrl).origin;
  return (
    <>
      <p className="text-pretty text-ink-muted">{t("text")}</p>
      <ol className="flex flex-col gap-4">
        <Step number={1} text={t("steps.one", { scopes: SCOPES, more: STORE_SCOPES })} />
        <Step number={2} text={t("steps.two")}>
          <CopiedText label={t("handler")} text={`${base}/bitrix/app`} />
          <CopiedText label={t("install")} text={`${base}/bitrix/install`} />
          {gatewayUrl === null && <p className="text-sm text-ink-muted">{t("noGateway")}</p>}
        </Step>
        <Step number={3} text={t("steps.three")} />
        <Step number={4} text={t("steps.four")} />
      </ol>
    </>
  );
}
