import { useCallback, useEffect, useRef, useState } from "react";
import { usePortal } from "./portal-context.ts";
import type { StreamNews } from "./change-stream.ts";

export type Live<T> = {
  /** What was loaded last for this key; stays while a later load fails. */
  data: T | undefined;
  error: unknown;
  reload: () => Promise<void>;
};

type Loaded<T> = { key: string | null; data: T | undefined; error: unknown };

/**
 * Loads something and keeps it fresh: a change that concerns it loads it again. Who sees what is thus the server's
 * decision alone. Changes that come during a load lead to one more, not to one each.
 *
 * @param key Names what is loaded; null loads nothing, another key starts afresh.
 */
export function useLive<T>(
  key: string | null,
  load: () => Promise<T>,
  concerns: (news: StreamNews) => boolean,
): Live<T> {
  const { changes } = usePortal();
  const [loaded, setLoaded] = useState<Loaded<T>>({ key, data: undefined, error: null });
  const latest = useRef({ key, load, concerns });
  useEffect(() => {
    latest.current = { key, load, concerns };
  });
  const running = useRef<{ key: string; isStale: boolean; done: Promise<void> } | null>(null);

  const reload = useCallback(async (): Promise<void> => {
    const { key: wanted } = latest.current;
    if (wanted === null) return;
    const current = running.current;
    if (current?.key === wanted) {
      current.isStale = true;
      return current.done;
    }
    const run = { key: wanted, isStale: true, done: Promise.resolve() };
    run.done = (async () => {
      while (run.isStale && latest.current.key === wanted) {
        run.isStale = false;
        const outcome = await latest.current.load().then(
          (data) => ({ data, error: null }),
          (error: unknown) => ({ error }),
        );
        setLoaded((before) => {
          if (latest.current.key !== wanted) return before;
          return { key: wanted, data: before.key === wanted ? before.data : undefined, ...outcome };
        });
      }
      if (running.current === run) running.current = null;
    })();
    running.current = run;
    return run.done;
  }, []);

  useEffect(() => {
    void reload();
    return changes.subscribe((news) => {
      if (news.type === "resync" || latest.current.concerns(news)) void reload();
    });
  }, [changes, key, reload]);

  const isCurrent = loaded.key === key;
  return { data: isCurrent ? loaded.data : undefined, error: isCurrent ? loaded.error : null, reload };
}
