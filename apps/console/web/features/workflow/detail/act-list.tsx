import { Card } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { useShortTime } from "../../../components/use-short-time.ts";
import type { OpenedWorkflow } from "./opened-workflow.ts";

const TEXTS = {
  "workflow.stop": "stop",
  "workflow.nudge": "nudge",
  "workflow.retry": "retry",
  "workflow.terminate": "terminate",
} as const;

/** What people of the console did to it, and why. Nothing when nobody did. */
export function ActList({ acts }: Pick<OpenedWorkflow, "acts">) {
  const t = useTranslations("workflows.acts");
  const shortTime = useShortTime();
  if (acts.length === 0) return null;
  return (
    <Card className="flex flex-col gap-2">
      <h3 className="text-lg font-semibold">{t("title")}</h3>
      <ul className="flex flex-col gap-2">
        {acts.map(({ id, action, actorName, reason, at }) => (
          <li key={id}>
            <p className="wrap-anywhere">
              {Object.hasOwn(TEXTS, action)
                ? // safe: its own name
                  t(TEXTS[action as keyof typeof TEXTS], { name: actorName })
                : `${actorName}: ${action}`}
            </p>
            {reason !== null && <p className="wrap-anywhere text-ink-muted">{reason}</p>}
            <p className="text-sm text-ink-muted">
              <time dateTime={at}>{shortTime(at)}</time>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
