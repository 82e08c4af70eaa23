import { useSyncExternalStore } from "react";
import type { StreamState } from "./change-stream.ts";
import { usePortal } from "./portal-context.ts";

export function useStreamState(): StreamState {
  const { changes } = usePortal();
  return useSyncExternalStore(changes.state.subscribe, changes.state.get);
}
