import { useState } from "react";

/**
 * Lets a form follow what is saved until something is written in it. A page may open with what it knew before (a rule that was
 * switched off a moment ago); written over that, it would be refused as if somebody else had been faster.
 *
 * @param seen The version that is saved; null for a new one.
 * @returns For the form: its `key`; what it calls with whether something is written; and what it calls after a conflict, when
 * what somebody else made of it has been read.
 */
export function useWrittenOver(seen: string | null) {
  const [isWritten, setIsWritten] = useState(false);
  const [version, setVersion] = useState(seen);
  if (!isWritten && version !== seen) setVersion(seen);
  return { key: version, onWritten: setIsWritten, onConflict: () => setIsWritten(false) };
}
