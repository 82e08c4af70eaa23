import { Link } from "@tanstack/react-router";
import { Workflow } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";

import { useNames } from "../../i18n/use-names.ts";
import type { Details } from "./details.tsx";
import { Fact, FactList, Facts } from "./facts.tsx";

// The drawing of dialogs is large, and few look at it.
const PictureDrawer = lazy(() => import("./picture-drawer.tsx").then((module) => ({ default: module.PictureDrawer })));

type Slot = NonNullable<Details["dialog"]>["slots"][number];

/** Where the bot stands in its dialog, with what it was told so far. */
export function DialogFacts({ conversationId, details }: { conversationId: string; details: Details }) {
  const t = useTranslations("details");
  const nameOf = useNames();
  const slotText = useSlotText();
  const [isPictured, setIsPictured] = useState(false);
  const { dialog, waiting, workflow, running, botId, isBotKnown } = details;
  const workflows = [...(workflow === null ? [] : [workflow]), ...running];
  return (
    <Facts
      title={t("dialog")}
      aside={
        dialog !== null &&
        isBotKnown && (
          <>
            <button
              type="button"
              onClick={() => setIsPictured(true)}
              className="inline-flex min-h-6 items-center gap-1 text-sm text-accent hover:underline"
            >
              <Workflow aria-hidden className="size-3.5" />
              {t("picture")}
            </button>
            <Link
              to="/bots/$botId/dialogs"
              params={{ botId }}
              search={{ dialog: dialog.name, at: dialog.at, conversation: conversationId }}
              className="inline-flex min-h-6 items-center gap-1 text-sm text-accent hover:underline"
            >
              {t("showGraph")}
            </Link>
            {isPictured && (
              <Suspense>
                <PictureDrawer botId={botId} dialog={dialog} onClose={() => setIsPictured(false)} />
              </Suspense>
            )}
          </>
        )
      }
    >
      {dialog === null && workflows.length === 0 && <p className="text-sm text-ink-muted">{t("noDialog")}</p>}
      <FactList>
        {workflows.length > 0 && (
          <Fact name={t("workflow")}>
            <ul>
              {workflows.map(({ id, kind, step }) => (
                <li key={id}>
                  <Link
                    to="/workflows/$id"
                    params={{ id }}
                    className="inline-block min-h-6 text-accent underline underline-offset-2"
                  >
                    {nameOf("workflows", kind)}
                  </Link>
                  {step !== null && `: ${nameOf("workflowSteps", step)}`}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {dialog !== null && (
          <>
            <Fact name={t("step")}>
              {nameOf("dialog", dialog.name)}: {nameOf("dialog", dialog.at)}
            </Fact>
            {dialog.misses > 0 && <Fact name={t("misses")}>{dialog.misses}</Fact>}
            {dialog.slots.length === 0 && <Fact name={t("told")}>{t("nothingTold")}</Fact>}
            {dialog.slots.map((slot) => (
              <Fact key={slot.name} name={nameOf("dialog", slot.name)}>
                {slotText(slot)}
              </Fact>
            ))}
          </>
        )}
        {waiting.length > 0 && (
          <Fact name={t("waiting")}>{waiting.map((name) => nameOf("dialog", name)).join(", ")}</Fact>
        )}
      </FactList>
    </Facts>
  );
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function useSlotText(): (slot: Slot) => string {
  const t = useTranslations("details");
  const format = useFormatter();
  return (slot) => {
    if ("isYes" in slot) return slot.isYes ? t("yes") : t("no");
    if ("count" in slot) return format.number(slot.count);
    const { text } = slot;
    // A calendar day is the same day in every time zone.
    return DAY.test(text)
      ? format.dateTime(new Date(`${text}T12:00:00Z`), { dateStyle: "long", timeZone: "UTC" })
      : text;
  };
}
