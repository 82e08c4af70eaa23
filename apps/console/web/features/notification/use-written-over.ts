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
  const [conflicts, setConflicts] = useState(0);
  if (!isWritten && version !== seen) setVersion(seen);
  const onConflict = () => {
    setIsWritten(false);
    setConflicts((before) => before + 1);
  };
  return { key: `${version} ${conflicts}`, onWritten: setIsWritten, onConflict };
}
