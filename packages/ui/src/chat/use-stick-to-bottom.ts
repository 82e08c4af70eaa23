import { type RefObject, useEffect, useRef } from "react";

/** Nearer to the end than this, in pixels, the reader is taken to follow along. */
const NEAR_END_PX = 80;

/** Keeps a scroller at its end while content grows, unless the reader has scrolled up. */
export function useStickToBottom(key: string): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const scroller = ref.current;
    const content = scroller?.firstElementChild;
    if (!scroller || !content) return undefined;
    let isFollowing = true;
    const follow = () => {
      if (isFollowing) scroller.scrollTop = scroller.scrollHeight;
    };
    let lastTop = 0;
    // Content that grows also leaves the end behind, so only a move upwards counts as the reader's leaving.
    const onScroll = () => {
      const isNearEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END_PX;
      isFollowing = isNearEnd || (isFollowing && scroller.scrollTop >= lastTop);
      lastTop = scroller.scrollTop;
    };
    // Watches the content too: a picture that arrives late grows it without a render.
    const observer = new ResizeObserver(follow);
    observer.observe(content);
    observer.observe(scroller);
    scroller.addEventListener("scroll", onScroll, { passive: true });
    follow();
    return () => {
      observer.disconnect();
      scroller.removeEventListener("scroll", onScroll);
    };
  }, [key]);
  return ref;
}
