/** Most subscriptions of a channel: more would be a channel of its own, and their list still fits a few pages. */
export const MOST_IN_CHANNEL = 20;

/** Most subscriptions of a workspace: all of them due in one minute are then posted within that minute's pace. */
export const MOST_IN_WORKSPACE = 200;
