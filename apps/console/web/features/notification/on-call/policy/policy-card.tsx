import { Badge, buttonLook, Card } from "@botdeck/ui";
import { Link, useSearch } from "@tanstack/react-router";
import { Pencil } from "lucide-react";
import { useTranslations } from "use-intl";

import { inOneLine } from "../../in-one-line.ts";
import { useRole } from "../../use-role.ts";
import type { KnownPolicy, Policy, Target } from "./draft.ts";
import { useLength } from "./policy-words.ts";

type Props = { known: KnownPolicy; nameOf: (target: Target) => string };

/** A policy in words: whom each level pages, how long it waits, and what comes after the last. */
export function PolicyCard({ known: { id, name, isDefault, policy, sources }, nameOf }: Props) {
  const t = useTranslations("notifications");
  const { portal } = useSearch({ strict: false });
  const { isLead } = useRole();
  return (
    <Card data-policy={name} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-48">
          <h3 className="flex flex-wrap items-center gap-2 text-lg font-semibold">
            <span className="wrap-anywhere">{name}</span>
            {isDefault && <Badge>{t("policies.default")}</Badge>}
          </h3>
          <p className="text-sm wrap-anywhere text-ink-muted">
            {sources.length === 0 ? t("policies.noSources") : t("policies.sources", { sources: sources.join(", ") })}
          </p>
        </div>
        {isLead && (
          <Link
            to="/notifications/policies/$policyId"
            params={{ policyId: id }}
            search={{ portal }}
            aria-label={t("onCall.editOf", { name })}
            className={buttonLook({ size: "sm" })}
          >
            <Pencil aria-hidden />
            {t("onCall.edit")}
          </Link>
        )}
      </div>
      {policy === null ? (
        <p className="text-danger">{t("policies.broken")}</p>
      ) : (
        <PolicyInWords policy={policy} nameOf={nameOf} />
      )}
    </Card>
  );
}

function PolicyInWords({ policy, nameOf }: { policy: Policy; nameOf: (target: Target) => string }) {
  const t = useTranslations("notifications.policies");
  const lengthOf = useLength();
  const { levels, repeats, fallbackDialogId, passesQuietHoursFrom, acknowledgedSeconds } = policy;
  const after = fallbackDialogId === null ? t("noFallback") : t("fallback", { id: fallbackDialogId });
  const facts = [
    `${t("repeats", { count: repeats })}, ${after}`,
    t(`passes.${passesQuietHoursFrom}`),
    acknowledgedSeconds === null
      ? t("acknowledgedForGood")
      : t("acknowledged", { time: lengthOf(acknowledgedSeconds) }),
  ];
  return (
    <>
      <ol className="flex flex-col gap-2">
        {levels.map(({ targets, waitSeconds }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a level is its place
          <li key={index} className="flex gap-3">
            <span
              aria-hidden
              className="flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-tint text-sm font-semibold tabular-nums"
            >
              {index + 1}
            </span>
            <p className="min-w-0 pt-0.5">
              <span className="sr-only">{t("level", { number: index + 1 })}: </span>
              <span className="font-medium wrap-anywhere">{targets.map(nameOf).join(", ")}</span>{" "}
              <span className="text-ink-muted">{t("waits", { time: lengthOf(waitSeconds) })}</span>
            </p>
          </li>
        ))}
      </ol>
      <p className="text-sm text-ink-muted">{inOneLine(facts)}</p>
    </>
  );
}
