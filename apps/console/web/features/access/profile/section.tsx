import { Card } from "@botdeck/ui";
import { type ReactNode, useId } from "react";

type Props = { id?: string; title: string; text?: string; badge?: ReactNode; action?: ReactNode; children?: ReactNode };

/** One matter of one's log-in. */
export function Section({ id, title, text, badge, action, children }: Props) {
  const titleId = useId();
  return (
    <Card id={id} aria-labelledby={titleId} className="scroll-mt-4 flex flex-col gap-3">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-52">
          <div className="flex flex-wrap items-center gap-2">
            <h3 id={titleId} className="text-lg font-semibold">
              {title}
            </h3>
            {badge}
          </div>
          {text !== undefined && <p className="text-pretty text-ink-muted">{text}</p>}
        </div>
        {action}
      </div>
      {children}
    </Card>
  );
}
