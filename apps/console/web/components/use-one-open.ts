import { useState } from "react";

/**
 * Which of several dialogs is open.
 *
 * @returns The open one; a way to open one; and for each a way to shut it. What ends late shuts the dialog that it belongs to,
 * never another that was opened meanwhile.
 */
export function useOneOpen<Name extends string>() {
  const [open, setOpen] = useState<Name | null>(null);
  const shut = (name: Name) => () => setOpen((current) => (current === name ? null : current));
  return { open, setOpen, shut };
}
