import { MessagesSkeleton } from "./messages-skeleton.tsx";
import { PanelFrame } from "./panel-frame.tsx";

/** The shape of a conversation while what shows one is fetched; the way back is there already. */
export function PanelSkeleton({ onClose }: { onClose: () => void }) {
  return (
    <PanelFrame heading={undefined} onClose={onClose}>
      <MessagesSkeleton />
    </PanelFrame>
  );
}
