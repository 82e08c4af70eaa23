import { IconButton, Menu, MenuItem } from "@botdeck/ui";
import { EllipsisVertical, Route, Target } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslations } from "use-intl";

import { useOneOpen } from "../../../components/use-one-open.ts";
import type { ShownMessage } from "../group-messages.ts";
import { useDesk } from "./use-desk.ts";

// Few messages are looked into: reading one does not wait for that.
const TraceDrawer = lazy(() => import("./trace-drawer.tsx").then((module) => ({ default: module.TraceDrawer })));
const CorrectDialog = lazy(() => import("./correct-dialog.tsx").then((module) => ({ default: module.CorrectDialog })));

type Props = { conversationId: string; message: ShownMessage };

/** What can be done with one message: see its way, or say what it means. */
export function MessageActions({ conversationId, message }: Props) {
  const t = useTranslations("trace");
  const tUnderstood = useTranslations("understood");
  const desk = useDesk(conversationId);
  const { open, setOpen, shut } = useOneOpen<"trace" | "correct">();
  const isOfPerson = message.author === "client" || message.author === "employee";
  const mayCorrect = isOfPerson && message.text.trim() !== "" && desk?.may.note === true;
  return (
    <>
      <Menu align="end" trigger={<IconButton size="sm" label={t("actions")} icon={<EllipsisVertical aria-hidden />} />}>
        <MenuItem onClick={() => setOpen("trace")}>
          <Route aria-hidden />
          {t("open")}
        </MenuItem>
        {mayCorrect && (
          <MenuItem onClick={() => setOpen("correct")}>
            <Target aria-hidden />
            {tUnderstood("correct")}
          </MenuItem>
        )}
      </Menu>
      <Suspense>
        {open === "trace" && <TraceDrawer messageId={message.id} onClose={shut("trace")} />}
        {open === "correct" && (
          <CorrectDialog conversationId={conversationId} message={message} onClose={shut("correct")} />
        )}
      </Suspense>
    </>
  );
}
