import { useEffect, useState } from "react";
import type { Typing } from "../api/types.ts";
import { usePortal } from "./portal-context.ts";

export type Typer = Pick<Typing, "dialogId" | "personId" | "statusCode"> & { until: number };

/** Who writes where just now. Ends with its time, or with the message that it announced. */
export function useTyping(): readonly Typer[] {
  const { changes } = usePortal();
  const [typers, setTypers] = useState<readonly Typer[]>([]);

  useEffect(
    () =>
      changes.subscribe((news) => {
        if (news.type !== "typing" && news.type !== "message") return;
        const { dialogId } = news;
        const personId = news.type === "typing" ? news.personId : news.authorId;
        const isOther = (typer: Typer) => typer.dialogId !== dialogId || typer.personId !== personId;
        const begun: Typer[] =
          news.type === "typing"
            ? [{ dialogId, personId, statusCode: news.statusCode, until: Date.now() + news.durationMs }]
            : [];
        setTypers((before) =>
          begun.length === 0 && before.every(isOther) ? before : [...before.filter(isOther), ...begun],
        );
      }),
    [changes],
  );

  useEffect(() => {
    if (typers.length === 0) return undefined;
    const soonest = Math.min(...typers.map(({ until }) => until));
    const timer = setTimeout(
      () => setTypers((before) => before.filter(({ until }) => until > Date.now())),
      Math.max(soonest - Date.now(), 0),
    );
    return () => clearTimeout(timer);
  }, [typers]);

  return typers;
}
