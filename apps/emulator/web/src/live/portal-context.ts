import { createContext, useContext } from "react";
import type { EmulatorApi } from "../api/emulator-api.ts";
import type { ChangeStream } from "./change-stream.ts";

export type Portal = { api: EmulatorApi; changes: ChangeStream };

export const PortalContext = createContext<Portal | null>(null);

/** The portal that this page plays on. */
export function usePortal(): Portal {
  const portal = useContext(PortalContext);
  if (!portal) throw new Error("usePortal needs a PortalContext above it; App sets one");
  return portal;
}
