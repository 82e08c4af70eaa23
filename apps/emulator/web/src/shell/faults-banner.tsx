export function FaultsBanner() { return null; }
