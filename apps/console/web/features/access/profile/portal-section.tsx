import { Button, useToast } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import { useDayTime } from "../use-day-time.ts";
import { useTellFailure } from "../use-tell-failure.ts";
import { ConfirmPassword } from "./confirm-password.tsx";
import type { Account } from "./profile-page.tsx";
import { Section } from "./section.tsx";

/** As links name it. */
const SECTION_ID = "portals";

/** Who one is on the portals: the way there, and what came of it. */
export function PortalSection({ account: { linked, linkable, hasPassword } }: { account: Account }) {
  const t = useTranslations("access.portals");
  const tConfirm = useTranslations("access.factor.confirm");
  const dayTime = useDayTime();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const tellFailure = useTellFailure();
  const begin = useMutation(trpc.account.beginPortalLink.mutationOptions());
  const unlink = useMutation(trpc.account.unlinkPortal.mutationOptions());
  const [asked, setAsked] = useState<{ id: string; domain: string } | null>(null);
  useTellOutcome();
  useShownWhenAskedFor();

  /** @returns False for a wrong password; what else may fail is said in a corner. */
  async function go(portalId: string, password?: string): Promise<boolean> {
    try {
      const begun = await begin.mutateAsync({ portalId, password });
      if (begun !== null) window.location.assign(begun.url);
      return begun !== null;
    } catch (error) {
      tellFailure(error);
      return true;
    }
  }

  async function part(portalId: string, domain: string) {
    try {
      await unlink.mutateAsync({ portalId });
      toast.show({ title: t("unlinked", { domain }) });
    } catch (error) {
      tellFailure(error);
    }
    await queryClient.invalidateQueries(trpc.account.get.queryFilter());
  }

  const isEmpty = linked.length + linkable.length === 0;
  return (
    <Section id={SECTION_ID} title={t("title")} text={t(isEmpty ? "none" : "text")}>
      {!isEmpty && (
        <ul className="-mb-2 divide-y divide-line">
          {linked.map(({ portalId, domain, personName, personId, since }) => (
            <li key={portalId} data-linked={domain} className="flex items-center gap-3 py-2">
              <span className="min-w-0 flex-1">
                <span className="block font-medium wrap-anywhere">{domain}</span>
                <span className="block text-sm text-ink-muted">
                  {t("as", { name: personName === "" ? personId : personName, date: dayTime(since) })}
                </span>
              </span>
              <Button size="sm" isBusy={unlink.isPending} onClick={() => void part(portalId, domain)}>
                {t("unlink")}
              </Button>
            </li>
          ))}
          {linkable.map(({ id, domain }) => (
            <li key={id} className="flex items-center gap-3 py-2">
              <span className="min-w-0 flex-1 font-medium wrap-anywhere">{domain}</span>
              <Button
                size="sm"
                isBusy={begin.isPending}
                onClick={() => (hasPassword ? setAsked({ id, domain }) : void go(id))}
              >
                {t("link")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {asked !== null && (
        <ConfirmPassword
          title={t("linkTitle", { domain: asked.domain })}
          text={tConfirm("setUpText")}
          submit={t("link")}
          isBusy={begin.isPending}
          onClose={() => setAsked(null)}
          onConfirm={(password) => go(asked.id, password)}
        />
      )}
    </Section>
  );
}

/** Says once what came of the way to a portal, which the address tells. */
function useTellOutcome(): void {
  const t = useTranslations("access.portals.outcomes");
  const toast = useToast();
  const navigate = useNavigate();
  const { link } = useSearch({ from: "/_app/access/" });
  const tell = useEffectEvent(() => {
    if (link === undefined) return;
    toast.show({ title: t(link), ...(link !== "linked" && { tone: "danger" }) });
    void navigate({ to: "/access", search: {}, replace: true });
  });
  useEffect(() => tell(), [link]);
}

/** A link from elsewhere names this section; it is there only once the profile is loaded, too late for the browser itself. */
function useShownWhenAskedFor() {
  useEffect(() => {
    if (window.location.hash === `#${SECTION_ID}`) document.getElementById(SECTION_ID)?.scrollIntoView();
  }, []);
}
