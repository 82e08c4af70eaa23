import { useEffect, useRef, useState } from "react";
import type { LogLine } from "../api/portal-types.ts";
import { usePortal } from "../live/portal-context.ts";

/** Calls come too thick for the stream of changes, so they are asked for. */
const EVERY_MS = 1_000;
/** Older lines leave the page; the record's file keeps them. */
const KEPT_LINES = 1_000;

/** What went over the wire, newest first, and why it could not be read, if so. While paused nothing is added. */
export function useLog(isPaused: boolean): { lines: readonly LogLine[]; error: unknown; clear: () => void } {
  const { api } = usePortal();
  const [lines, setLines] = useState<readonly LogLine[]>([]);
  const [error, setError] = useState<unknown>(null);
  const since = useRef(0);

  useEffect(() => {
    if (isPaused) return undefined;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      try {
        const news = await api.log(since.current);
        if (isOver) return;
        // A portal that was started anew counts from the beginning.
        since.current = news.next;
        if (news.lines.length > 0) setLines((before) => [...news.lines.toReversed(), ...before].slice(0, KEPT_LINES));
        setError(null);
      } catch (cause) {
        if (!isOver) setError(cause);
      }
      if (!isOver) timer = setTimeout(() => void read(), EVERY_MS);
    };
    void read();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [api, isPaused]);

  return { lines, error, clear: () => setLines([]) };
}
