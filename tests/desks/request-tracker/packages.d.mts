export function hasRequestTracker(): boolean;
