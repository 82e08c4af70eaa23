/** How much of a whole something is, as a bar; the number stands beside it. */
export function ShareBar({ share, look = "bg-bot" }: { share: number; look?: string }) {
  return (
    <span aria-hidden className="block h-1.5 w-full overflow-hidden rounded-full bg-sunken">
      <span className={`block h-full rounded-full ${look}`} style={{ width: `${Math.min(1, share) * 100}%` }} />
    </span>
  );
}
